// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Headers
/// @notice Reads the randomness of a block (EIP-4399) from its header, RLP encoded, whose hash the caller has checked: so its form is known,
/// and only fields of changing length before it are measured. OpenZeppelin's BlockHeader takes apart all 21 fields for the same, which
/// costs 50,000 gas more in a draw.
library Headers {
    /// @dev Header of the list, six hashes and an address with their prefixes, the bloom filter with its prefix of three.
    uint256 private constant DIFFICULTY_AT = 3 + 5 * 33 + 21 + 259;
    /// @dev Difficulty, number, gas limit, gas used, timestamp, extra data.
    uint256 private constant CHANGING_FIELDS = 6;

    /// @notice Not the header of a chain like Ethereum after the merge.
    error UnreadableHeader();

    function prevRandao(bytes calldata header) internal pure returns (bytes32) {
        require(header.length > DIFFICULTY_AT && header[0] == 0xf9, UnreadableHeader());
        uint256 offset = DIFFICULTY_AT;
        for (uint256 i; i < CHANGING_FIELDS; ++i) offset += _lengthAt(header, offset);
        require(header.length > offset + 32 && header[offset] == 0xa0, UnreadableHeader());
        return bytes32(header[offset + 1:offset + 33]);
    }

    /// @dev Of a string of up to 255 bytes with its prefix.
    function _lengthAt(bytes calldata header, uint256 offset) private pure returns (uint256) {
        require(header.length > offset + 1, UnreadableHeader());
        uint256 prefix = uint8(header[offset]);
        if (prefix < 0x80) return 1;
        if (prefix < 0xb8) return 1 + prefix - 0x80;
        require(prefix == 0xb8, UnreadableHeader());
        return 2 + uint256(uint8(header[offset + 1]));
    }
}
