// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {VoterTree} from "./VoterTree.sol";

/// @notice What is known of a solution while its voters are read.
struct Reading {
    /// What leaves begin with.
    bytes32 scope;
    /// Candidate ids in increasing order.
    uint256[] winners;
    /// Stake behind each of them so far.
    uint256[] backing;
    uint256 lastVoter;
}

/// @title SolutionReader
/// @notice Reads and verifies voters and edges of a solution as {IElections} describes them.
library SolutionReader {
    uint256 private constant MAX_EDGES = 16;
    uint256 private constant EDGE_BYTES = 14;
    uint256 private constant LAST_EDGE_BYTES = 2;

    /// @notice A page needs voters.
    error EmptyPage();
    /// @notice Voters must be strictly increasing: one is there twice or in the wrong place.
    error VotersOutOfOrder(uint256 previous, uint256 voterId);
    /// @notice The voter has nothing in the frozen snapshot.
    error VoterNotListed(uint256 voterId);
    error BadEdgeCount(uint256 voterId, uint256 count);
    /// @notice The edges end too early or go on after the last voter.
    error BadEdgesLength(uint256 expected, uint256 given);
    /// @notice Lanes are 0 … 15 and strictly increasing: an edge is there twice or in the wrong place.
    error LanesOutOfOrder(uint256 voterId, uint256 lane);
    /// @notice The voter's lane names another candidate than the winner with this index (0 if there is none), or nobody.
    error EdgeNotNominated(uint256 voterId, uint256 lane, uint256 nominated, uint256 winner);
    error EmptyEdge(uint256 voterId, uint256 lane);
    /// @notice The edge has more than is left of the voter's stake.
    error StakeExceeded(uint256 voterId, uint256 amount, uint256 left);

    /// @dev A voter while its edges are read. Assembly below knows the places of its fields.
    struct Cursor {
        uint256 offset;
        uint256 voterId;
        uint256 left;
        uint256 targets;
        uint256 nextLane;
        /// What its leaf hashes: scope, voter id, edges.
        uint256[] words;
        /// The edge that is refused, and its amount.
        uint256 edge;
        uint256 amount;
    }

    /// @notice Adds the edges of a page to what is behind the winners.
    /// @param stakes Of the voters, 0 for who is not listed.
    /// @param targets Their nominations.
    /// @return root Of the tree of the page's voters.
    function readPage(
        Reading memory reading,
        bytes calldata voters,
        bytes calldata edges,
        uint256[] memory stakes,
        uint256[] memory targets
    ) internal pure returns (bytes32 root) {
        uint256 count = stakes.length;
        require(count > 0, EmptyPage());
        bytes32[] memory leaves = new bytes32[](count);
        Cursor memory cursor;
        cursor.words = new uint256[](2 + MAX_EDGES);
        cursor.words[0] = uint256(reading.scope);
        for (uint256 i; i < count; ++i) {
            _load(cursor, voters, stakes, targets, i);
            uint256 voterId = cursor.voterId;
            if (voterId <= reading.lastVoter) revert VotersOutOfOrder(reading.lastVoter, voterId);
            if (cursor.left == 0) revert VoterNotListed(voterId);
            reading.lastVoter = voterId;
            leaves[i] = _readVoter(reading, cursor, edges);
        }
        require(cursor.offset == edges.length, BadEdgesLength(cursor.offset, edges.length));
        return VoterTree.root(leaves);
    }

    function _readVoter(
        Reading memory reading,
        Cursor memory cursor,
        bytes calldata edges
    ) private pure returns (bytes32 leaf) {
        uint256 offset = cursor.offset;
        uint256 count = offset < edges.length ? _word(edges, offset) >> 248 : 0;
        unchecked {
            if (count - 1 >= MAX_EDGES) revert BadEdgeCount(cursor.voterId, count);
            ++offset;
            cursor.offset = offset + EDGE_BYTES * (count - 1) + LAST_EDGE_BYTES;
        }
        if (cursor.offset > edges.length) revert BadEdgesLength(cursor.offset, edges.length);
        _readEdges(reading, cursor, edges, offset, count);
        // As VoterTree.leaf hashes them.
        assembly ("memory-safe") {
            let words := add(mload(add(cursor, 0xa0)), 0x20)
            mstore(add(words, 0x20), mload(add(cursor, 0x20)))
            leaf := keccak256(words, shl(5, add(count, 2)))
        }
    }

    /// @dev Puts the amounts of a voter's edges behind their winners and writes their words. There are hundreds of edges in a solution:
    /// in assembly they cost a third.
    // solhint-disable-next-line function-max-lines
    function _readEdges(
        Reading memory reading,
        Cursor memory cursor,
        bytes calldata edges,
        uint256 offset,
        uint256 count
    ) private pure {
        bool isBad;
        assembly ("memory-safe") {
            // Reading: winners 0x20, backing 0x40. Cursor: left 0x40, targets 0x60, nextLane 0x80, words 0xa0, edge 0xc0, amount 0xe0.
            let word := add(mload(add(cursor, 0xa0)), 0x60)
            let last := add(word, shl(5, sub(count, 1)))
            for {} iszero(gt(word, last)) {
                word := add(word, 0x20)
            } {
                let edge := calldataload(add(edges.offset, offset))
                let place := shl(5, add(byte(1, edge), 1))
                let left := mload(add(cursor, 0x40))
                let amount := left
                if lt(word, last) {
                    amount := and(shr(144, edge), 0xffffffffffffffffffffffff)
                }
                // A lane from 16 on names nobody, which no winner is. Less one, an amount of 0 is more than is left.
                if iszero(
                    and(
                        and(
                            iszero(lt(shr(248, edge), mload(add(cursor, 0x80)))),
                            iszero(gt(place, shl(5, mload(mload(add(reading, 0x20))))))
                        ),
                        and(
                            eq(
                                and(shr(shl(4, shr(248, edge)), mload(add(cursor, 0x60))), 0xffff),
                                mload(add(mload(add(reading, 0x20)), place))
                            ),
                            lt(sub(amount, 1), left)
                        )
                    )
                ) {
                    mstore(add(cursor, 0xc0), edge)
                    mstore(add(cursor, 0xe0), amount)
                    isBad := 1
                    break
                }
                mstore(add(cursor, 0x40), sub(left, amount))
                mstore(add(cursor, 0x80), add(shr(248, edge), 1))
                mstore(word, or(shl(96, byte(1, edge)), amount))
                // Stakes add up to less than the token's cap.
                place := add(mload(add(reading, 0x40)), place)
                mstore(place, add(mload(place), amount))
                offset := add(offset, EDGE_BYTES)
            }
        }
        if (isBad) _refuse(reading, cursor);
    }

    /// @dev Says what is wrong with an edge.
    function _refuse(Reading memory reading, Cursor memory cursor) private pure {
        (uint256 edge, uint256 voterId) = (cursor.edge, cursor.voterId);
        (uint256 lane, uint256 index) = (edge >> 248, uint8(edge >> 240));
        require(lane >= cursor.nextLane && lane < MAX_EDGES, LanesOutOfOrder(voterId, lane));
        uint256 winner = index < reading.winners.length ? reading.winners[index] : 0;
        uint256 nominated = uint16(cursor.targets >> (16 * lane));
        require(nominated == winner && winner != 0, EdgeNotNominated(voterId, lane, nominated, winner));
        require(cursor.amount > 0, EmptyEdge(voterId, lane));
        revert StakeExceeded(voterId, cursor.amount, cursor.left);
    }

    /// @dev The index must be inside of all three.
    function _load(
        Cursor memory cursor,
        bytes calldata voters,
        uint256[] memory stakes,
        uint256[] memory targets,
        uint256 i
    ) private pure {
        assembly ("memory-safe") {
            let place := shl(5, add(i, 1))
            mstore(add(cursor, 0x20), shr(224, calldataload(add(voters.offset, shl(2, i)))))
            mstore(add(cursor, 0x40), mload(add(stakes, place)))
            mstore(add(cursor, 0x60), mload(add(targets, place)))
            mstore(add(cursor, 0x80), 0)
        }
    }

    /// @dev 32 bytes from an offset on; what is beyond the end must not be used.
    function _word(bytes calldata data, uint256 offset) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(add(data.offset, offset))
        }
    }
}
