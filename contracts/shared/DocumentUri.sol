// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title DocumentUri
/// @notice Address of a document by its SHA-256: a raw CIDv1 in base 16 (multibase `f`).
library DocumentUri {
    function uriOf(bytes32 digest) internal pure returns (string memory) {
        bytes memory hexDigest = bytes(Strings.toHexString(uint256(digest), 32));
        bytes memory digits = new bytes(64);
        for (uint256 i; i < 64; ++i) digits[i] = hexDigest[i + 2];
        return string.concat("ipfs://f01551220", string(digits));
    }
}
