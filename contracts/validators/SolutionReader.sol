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

    /// @dev A voter while its edges are read; the last ones are what its leaf hashes.
    struct Cursor {
        uint256 offset;
        uint256 voterId;
        uint256 left;
        uint256 targets;
        uint256 nextLane;
        uint256[] words;
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
        require(stakes.length > 0, EmptyPage());
        bytes32[] memory leaves = new bytes32[](stakes.length);
        Cursor memory cursor;
        cursor.words = new uint256[](2 + MAX_EDGES);
        cursor.words[0] = uint256(reading.scope);
        for (uint256 i; i < leaves.length; ++i) {
            uint256 voterId = _word(voters, 4 * i) >> 224;
            require(voterId > reading.lastVoter, VotersOutOfOrder(reading.lastVoter, voterId));
            reading.lastVoter = voterId;
            require(stakes[i] > 0, VoterNotListed(voterId));
            (cursor.voterId, cursor.left, cursor.targets) = (voterId, stakes[i], targets[i]);
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
        require(count > 0 && count <= MAX_EDGES, BadEdgeCount(cursor.voterId, count));
        unchecked {
            ++offset;
            cursor.offset = offset + EDGE_BYTES * (count - 1) + LAST_EDGE_BYTES;
        }
        require(cursor.offset <= edges.length, BadEdgesLength(cursor.offset, edges.length));
        uint256[] memory words = cursor.words;
        words[1] = cursor.voterId;
        cursor.nextLane = 0;
        unchecked {
            for (uint256 i = 1; i < count; ++i) {
                uint256 edge = _word(edges, offset);
                _write(words, 1 + i, _back(reading, cursor, edge, uint96(edge >> 144)));
                offset += EDGE_BYTES;
            }
        }
        _write(words, 1 + count, _back(reading, cursor, _word(edges, offset), cursor.left));
        // As VoterTree.leaf hashes them.
        assembly ("memory-safe") {
            leaf := keccak256(add(words, 0x20), mul(add(count, 2), 0x20))
        }
    }

    /// @dev Puts the amount of an edge behind its winner.
    function _back(
        Reading memory reading,
        Cursor memory cursor,
        uint256 edge,
        uint256 amount
    ) private pure returns (uint256) {
        unchecked {
            uint256 lane = edge >> 248;
            uint256 index = uint8(edge >> 240);
            require(lane >= cursor.nextLane && lane < MAX_EDGES, LanesOutOfOrder(cursor.voterId, lane));
            cursor.nextLane = lane + 1;
            uint256 winner = index < reading.winners.length ? _read(reading.winners, index) : 0;
            uint256 nominated = uint16(cursor.targets >> (16 * lane));
            require(nominated == winner && winner != 0, EdgeNotNominated(cursor.voterId, lane, nominated, winner));
            uint256 left = cursor.left;
            require(amount > 0, EmptyEdge(cursor.voterId, lane));
            require(amount <= left, StakeExceeded(cursor.voterId, amount, left));
            cursor.left = left - amount;
            // Stakes add up to less than the token's cap.
            uint256[] memory backing = reading.backing;
            _write(backing, index, _read(backing, index) + amount);
            return (index << 96) | amount;
        }
    }

    /// @dev The index must be inside.
    function _read(uint256[] memory array, uint256 index) private pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := mload(add(add(array, 0x20), mul(index, 0x20)))
        }
    }

    /// @dev The index must be inside.
    function _write(uint256[] memory array, uint256 index, uint256 value) private pure {
        assembly ("memory-safe") {
            mstore(add(add(array, 0x20), mul(index, 0x20)), value)
        }
    }

    /// @dev 32 bytes from an offset on; what is beyond the end must not be used.
    function _word(bytes calldata data, uint256 offset) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(add(data.offset, offset))
        }
    }
}
