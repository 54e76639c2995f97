// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

/// @title VoterTree
/// @notice The Merkle tree of a solution's voters. Nodes hash their sorted children, a node without sibling goes up as it is. A
/// leaf hashes three words and more, a node two, so that neither passes for the other.
library VoterTree {
    bytes32 private constant PURPOSE = keccak256("TrustedCommerceCommune.VoterLeaf");

    /// @dev Binds chain, contract and election.
    function scope(address elections, uint32 term) internal view returns (bytes32) {
        return keccak256(abi.encode(PURPOSE, block.chainid, elections, term));
    }

    /// @param edges Index of the winner · 2^96 + amount, as the voter's lanes are ordered.
    function leaf(bytes32 scope_, uint32 voterId, uint256[] memory edges) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(scope_, uint256(voterId), edges));
    }

    /// @dev Overwrites the leaves; there must be some.
    function root(bytes32[] memory nodes) internal pure returns (bytes32) {
        uint256 count = nodes.length;
        while (count > 1) {
            uint256 pairs = count / 2;
            for (uint256 i; i < pairs; ++i) {
                nodes[i] = Hashes.commutativeKeccak256(nodes[2 * i], nodes[2 * i + 1]);
            }
            if (count % 2 == 1) nodes[pairs] = nodes[count - 1];
            count = (count + 1) / 2;
        }
        return nodes[0];
    }
}
