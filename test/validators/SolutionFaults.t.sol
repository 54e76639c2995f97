// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IValidators} from "../../contracts/validators/IValidators.sol";
import {SolutionReader} from "../../contracts/validators/SolutionReader.sol";
import {SolutionTest} from "../support/SolutionTest.sol";

/// @notice What is wrong with voters and edges, each by its own error.
contract SolutionFaultsTest is SolutionTest {
    /* VOTERS */

    function test_voter_order_and_duplicates() public {
        bytes4 wrong = SolutionReader.VotersOutOfOrder.selector;
        bytes memory edges = abi.encodePacked(all(0, 1), all(0, 0), all(1, 2));
        refuseElection(submission(winners(), voters(2, 1, 3), edges), abi.encodeWithSelector(wrong, 2, 1));
        refuseVoters(voters(1, 1, 3), abi.encodeWithSelector(wrong, 1, 1));
        refuseVoters(voters(0, 1, 3), abi.encodeWithSelector(wrong, 0, 0));
    }

    function test_voter_not_listed() public {
        refuseVoters(voters(1, 2, 9), abi.encodeWithSelector(SolutionReader.VoterNotListed.selector, 9));
    }

    /// Who bonds after the freeze is not in the snapshot.
    function test_voter_who_came_after_the_freeze() public {
        vote(5, 1_000, ids(1, 2, 3));
        refuseVoters(voters(1, 2, 5), abi.encodeWithSelector(SolutionReader.VoterNotListed.selector, 5));
    }

    function test_voter_ids_of_four_bytes() public {
        refuseVoters(hex"000001", abi.encodeWithSelector(IValidators.BadVoterIds.selector, 3));
        refuseVoters("", abi.encodeWithSelector(SolutionReader.EmptyPage.selector));
    }

    function refuseVoters(bytes memory list, bytes memory expected) private {
        refuseElection(submission(winners(), list, plainEdges()), expected);
    }

    /* EDGES */

    function test_edge_count() public {
        bytes4 wrong = SolutionReader.BadEdgeCount.selector;
        refuseEdges(hex"00", abi.encodeWithSelector(wrong, 1, 0));
        refuseEdges(hex"11", abi.encodeWithSelector(wrong, 1, 17));
        refuseEdges(hex"ff", abi.encodeWithSelector(wrong, 1, 255));
        refuseEdges("", abi.encodeWithSelector(wrong, 1, 0));
        refuseEdges(abi.encodePacked(all(0, 0), all(0, 1)), abi.encodeWithSelector(wrong, 3, 0));
    }

    function test_edges_too_short_or_long() public {
        bytes4 wrong = SolutionReader.BadEdgesLength.selector;
        refuseEdges(hex"0100", abi.encodeWithSelector(wrong, 3, 2));
        refuseEdges(hex"020000", abi.encodeWithSelector(wrong, 17, 3));
        refuseEdges(abi.encodePacked(plainEdges(), hex"00"), abi.encodeWithSelector(wrong, 9, 10));
    }

    function test_duplicate_edge() public {
        bytes memory edges = abi.encodePacked(split(0, 0, 1, 0, 0), all(0, 1), all(1, 2));
        refuseEdges(edges, abi.encodeWithSelector(SolutionReader.LanesOutOfOrder.selector, 1, 0));
    }

    function test_edge_order() public {
        bytes memory edges = abi.encodePacked(split(1, 1, 1, 0, 0), all(0, 1), all(1, 2));
        refuseEdges(edges, abi.encodeWithSelector(SolutionReader.LanesOutOfOrder.selector, 1, 0));
        edges = abi.encodePacked(all(16, 0), all(0, 1), all(1, 2));
        refuseEdges(edges, abi.encodeWithSelector(SolutionReader.LanesOutOfOrder.selector, 1, 16));
        edges = abi.encodePacked(all(255, 0), all(0, 1), all(1, 2));
        refuseEdges(edges, abi.encodeWithSelector(SolutionReader.LanesOutOfOrder.selector, 1, 255));
    }

    function test_wrong_edge() public {
        bytes4 wrong = SolutionReader.EdgeNotNominated.selector;
        // Names 1 and 2, not 3.
        refuseEdges(abi.encodePacked(all(0, 2), all(0, 1), all(1, 2)), abi.encodeWithSelector(wrong, 1, 0, 1, 3));
        // A lane with nobody.
        refuseEdges(abi.encodePacked(all(2, 0), all(0, 1), all(1, 2)), abi.encodeWithSelector(wrong, 1, 2, 0, 1));
        // No such winner, with a nominee and with nobody.
        refuseEdges(abi.encodePacked(all(0, 3), all(0, 1), all(1, 2)), abi.encodeWithSelector(wrong, 1, 0, 1, 0));
        refuseEdges(abi.encodePacked(all(2, 3), all(0, 1), all(1, 2)), abi.encodeWithSelector(wrong, 1, 2, 0, 0));
        refuseEdges(abi.encodePacked(all(0, 255), all(0, 1), all(1, 2)), abi.encodeWithSelector(wrong, 1, 0, 1, 0));
    }

    function test_wrong_stake() public {
        bytes4 wrong = SolutionReader.StakeExceeded.selector;
        refuseEdges(splitEdges(301), abi.encodeWithSelector(wrong, 3, 301, 300));
        refuseEdges(splitEdges(type(uint96).max), abi.encodeWithSelector(wrong, 3, type(uint96).max, 300));
    }

    function test_empty_edge() public {
        bytes4 wrong = SolutionReader.EmptyEdge.selector;
        refuseEdges(splitEdges(0), abi.encodeWithSelector(wrong, 3, 0));
        // Nothing is left for the last.
        refuseEdges(splitEdges(300), abi.encodeWithSelector(wrong, 3, 1));
    }

    function refuseEdges(bytes memory edges, bytes memory expected) private {
        refuseElection(submission(winners(), voters(1, 2, 3), edges), expected);
    }
}
