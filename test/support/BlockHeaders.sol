// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";

/// @notice Headers of blocks as clients of Prague have them.
library BlockHeaders {
    using RLP for RLP.Encoder;

    /// @param noise Everything that is not asked for.
    function make(uint256 number, bytes32 prevRandao, uint256 noise) internal pure returns (bytes memory) {
        RLP.Encoder memory list = RLP.encoder();
        list.push(_word(noise, 0)).push(_word(noise, 1)).push(address(bytes20(_word(noise, 50))));
        list.push(_word(noise, 2)).push(_word(noise, 3)).push(_word(noise, 4)).push(_bloom(noise));
        list.push(uint256(0)).push(number).push(noise % 2 ** 40).push((noise >> 40) % 2 ** 32);
        list.push((noise >> 72) % 2 ** 48).push(_extra(noise)).push(prevRandao).push(abi.encodePacked(bytes8(0)));
        list.push((noise >> 120) % 2 ** 64).push(_word(noise, 5)).push(uint256(0)).push(uint256(0));
        list.push(_word(noise, 6)).push(_word(noise, 7));
        return list.encode();
    }

    function _word(uint256 noise, uint256 i) private pure returns (bytes32) {
        return keccak256(abi.encode(noise, i));
    }

    function _bloom(uint256 noise) private pure returns (bytes memory bloom) {
        bloom = new bytes(256);
        bloom[noise % 256] = bytes1(uint8(noise));
    }

    /// @dev Of 0 … 32 bytes; a single one may be its own encoding.
    function _extra(uint256 noise) private pure returns (bytes memory extra) {
        extra = new bytes((noise >> 184) % 33);
        for (uint256 i; i < extra.length; ++i) extra[i] = bytes1(uint8(uint256(_word(noise, 8 + i))));
    }
}
