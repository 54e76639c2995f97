// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

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

    /// @dev Overwrites the leaves; there must be some. Nodes are those of OpenZeppelin's Hashes.commutativeKeccak256; in assembly, since
    /// there are as many as voters.
    function root(bytes32[] memory nodes) internal pure returns (bytes32) {
        uint256 count = nodes.length;
        while (count > 1) {
            assembly ("memory-safe") {
                let from := add(nodes, 0x20)
                let to := from
                let end := add(from, shl(5, and(count, not(1))))
                for {} lt(from, end) {} {
                    let left := mload(from)
                    let right := mload(add(from, 0x20))
                    let isSorted := lt(left, right)
                    mstore(shl(5, isSorted), right)
                    mstore(shl(5, iszero(isSorted)), left)
                    mstore(to, keccak256(0, 0x40))
                    from := add(from, 0x40)
                    to := add(to, 0x20)
                }
                if and(count, 1) {
                    mstore(to, mload(from))
                }
                count := shr(1, add(count, 1))
            }
        }
        return nodes[0];
    }
}
