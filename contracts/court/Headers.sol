// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Headers
/// @notice Hashes of past blocks, and the randomness (EIP-4399) in the header of one of them.
///
/// OpenZeppelin's BlockHeader takes apart all 21 fields for one of them, which costs a draw 40,000 gas more. And its Blockhash takes what a
/// history contract (EIP-2935) reverts with for a hash, as the one of Hardhat's chains does for every block: a forgotten block would look
/// remembered for ever, and its dispute would never go on.
library Headers {
    /// @dev Header of the list, six hashes and an address with their prefixes, the bloom filter with its prefix of three.
    uint256 private constant DIFFICULTY_AT = 3 + 5 * 33 + 21 + 259;
    /// @dev Difficulty, number, gas limit, gas used, timestamp, extra data.
    uint256 private constant CHANGING_FIELDS = 6;

    address private constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;
    uint256 private constant OPCODE_BLOCKS = 256;

    /// @notice Not the header of a chain like Ethereum after the merge.
    error UnreadableHeader();

    /// @return blockHash Of one of the last 8,191 blocks, or as far back as the chain tells; 0 of others.
    function hashOf(uint256 blockNumber) internal view returns (bytes32 blockHash) {
        if (blockNumber + OPCODE_BLOCKS >= block.number) return blockhash(blockNumber);
        assembly ("memory-safe") {
            mstore(0, blockNumber)
            let success := staticcall(gas(), HISTORY, 0, 32, 0, 32)
            if and(success, eq(returndatasize(), 32)) {
                blockHash := mload(0)
            }
        }
    }

    /// @dev The caller has checked the hash of the header, so its form is known: only fields of changing length are measured.
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
