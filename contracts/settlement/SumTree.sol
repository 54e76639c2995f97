// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {HIGH_BITS, Sums, SumsOverflow} from "./Sums.sol";

/// @notice A sibling on the way from a leaf to the root of a Merkle sum tree.
struct Node {
    bytes32 hash;
    Sums sums;
}

/// @notice The leaf of an outer tree: the inner tree's root, sums and depth.
struct InnerTree {
    bytes32 root;
    Sums sums;
    uint8 depth;
}

/// @title SumTree
/// @notice Nested position-keyed Merkle sum trees, see docs/encoding.md. Both children's sums enter every node's hash, so
/// that a root fixes the sums of every subtree and not only the total; leaves and nodes have different prefixes; depth is
/// part of what is committed, so that a path can be neither shortened nor lengthened.
library SumTree {
    bytes32 private constant STATEMENT = keccak256("TrustedCommerceCommune.Statement");

    uint8 private constant LEAF = 0;
    uint8 private constant RECEIPT = 1;
    uint8 private constant NOMINEE = 2;
    uint8 private constant LOT = 3;
    uint8 private constant RECOMMENDER = 4;

    /// @notice Deepest tree: positions are uint32.
    uint8 internal constant MAX_DEPTH = 32;

    /// @notice A path has not one sibling for every level of its tree.
    error PathLength(uint256 given, uint256 depth);
    /// @notice The position does not exist in a tree of this depth.
    error PositionOutsideTree(uint256 position, uint256 depth);

    /// @notice Binds leaves to chain, contract, platform and epoch.
    function domain(address settlement, uint32 platformId, uint32 epoch) internal view returns (bytes32) {
        return keccak256(abi.encode(STATEMENT, block.chainid, settlement, platformId, epoch));
    }

    function receiptLeaf(bytes32 digest) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(LEAF, RECEIPT, digest));
    }

    function nomineeLeaf(bytes32 domain_, InnerTree memory inner) internal pure returns (bytes32) {
        return _outerLeaf(NOMINEE, domain_, inner);
    }

    function lotLeaf(bytes32 domain_, InnerTree memory inner) internal pure returns (bytes32) {
        return _outerLeaf(LOT, domain_, inner);
    }

    function recommenderLeaf(bytes32 domain_, InnerTree memory inner) internal pure returns (bytes32) {
        return _outerLeaf(RECOMMENDER, domain_, inner);
    }

    /// @notice The tree that has `leaf` with `sums` at `position` and the siblings of `path`. Reverts when a lane of the
    /// sums overflows. A padding sibling is all zeros.
    function climb(
        bytes32 leaf,
        Sums sums,
        uint256 position,
        Node[] calldata path
    ) internal pure returns (InnerTree memory tree) {
        uint256 depth = path.length;
        require(depth <= MAX_DEPTH, PathLength(depth, MAX_DEPTH));
        require(position >> depth == 0, PositionOutsideTree(position, depth));
        uint256 high = HIGH_BITS;
        Sums overflowing;
        // At every level leaf = keccak256(abi.encodePacked(uint8(1), hashL, sumsL, hashR, sumsR)), written beyond the free memory
        // pointer with the right side 64 bytes further, and sums = sums + siblingSums, checked as in {Sums}. A node of the
        // path takes two words of calldata. A sibling that makes a lane overflow is not zero.
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore8(m, 1)
            let left := add(m, 1)
            let sibling := path.offset
            for {
                let level := 0
            } lt(level, depth) {
                level := add(level, 1)
            } {
                let siblingSums := calldataload(add(sibling, 0x20))
                let side := shl(6, and(shr(level, position), 1))
                let own := add(left, side)
                let other := add(left, xor(side, 0x40))
                mstore(own, leaf)
                mstore(add(own, 0x20), sums)
                mstore(other, calldataload(sibling))
                mstore(add(other, 0x20), siblingSums)
                leaf := keccak256(m, 129)
                let sum := add(sums, siblingSums)
                let carries := or(and(sums, siblingSums), and(or(sums, siblingSums), not(sum)))
                if and(carries, high) {
                    overflowing := siblingSums
                    break
                }
                sums := sum
                sibling := add(sibling, 0x40)
            }
        }
        require(Sums.unwrap(overflowing) == 0, SumsOverflow(sums, overflowing));
        return InnerTree(leaf, sums, uint8(depth));
    }

    function _outerLeaf(uint8 kind, bytes32 domain_, InnerTree memory inner) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(LEAF, kind, domain_, inner.root, inner.sums, inner.depth));
    }
}
