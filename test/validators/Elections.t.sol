// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IElections, Score, Seat} from "../../contracts/validators/IElections.sol";
import {IValidators} from "../../contracts/validators/IValidators.sol";
import {SolutionTest} from "../support/SolutionTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract ElectionsTest is SolutionTest {
    /* A SOLUTION */

    function test_submit_seats_the_winners() public {
        bytes32 root = sorted(
            sorted(leaf(1, 1, words(word(0, 100))), leaf(1, 2, words(word(1, 200)))),
            leaf(1, 3, words(word(0, 120), word(2, 180)))
        );
        uint256[] memory stakes = words(100, 200);
        stakes = new uint256[](3);
        (stakes[0], stakes[1], stakes[2]) = (100, 200, 300);
        vm.expectEmit(address(elections));
        emit IElections.PageVerified(1, stranger, 0, winners(), voters(1, 2, 3), splitEdges(120), stakes);
        vm.expectEmit(address(elections));
        emit IElections.SolutionAccepted(
            1,
            stranger,
            score(3, 180, 600, 220 ** 2 + 200 ** 2 + 180 ** 2),
            root,
            seats(220, 200, 180),
            weights(220, 200, 180)
        );
        submit(splitEdges(120));
        assertScore(1, score(3, 180, 600, 220 ** 2 + 200 ** 2 + 180 ** 2));
        (, bytes32 stored) = elections.outcomeOf(1);
        vm.assertEq(stored, root);
        vm.assertEq(keccak256(abi.encode(elections.seatsIn(1))), keccak256(abi.encode(seats(220, 200, 180))));
        vm.assertEq(keccak256(abi.encode(elections.weightsIn(1))), keccak256(abi.encode(weights(220, 200, 180))));
        vm.assertEq(keccak256(abi.encode(elections.seatsOf(1))), keccak256(abi.encode(winners())));
        vm.assertEq(elections.seatAt(1, 2).support, 180);
        vm.assertEq(elections.seatAt(1, 3).candidateId, 0);
        vm.assertEq(elections.seatAt(1, 32).candidateId, 0);
        vm.assertTrue(elections.sits(1, 3) && !elections.sits(1, 4) && !elections.sits(0, 3));
    }

    function seats(uint96 a, uint96 b, uint96 c) private pure returns (Seat[] memory list) {
        list = new Seat[](3);
        list[0] = Seat(1, COMMISSION, a);
        list[1] = Seat(2, COMMISSION, b);
        list[2] = Seat(3, COMMISSION, c);
    }

    function weights(uint256 a, uint256 b, uint256 c) private view returns (uint256[] memory list) {
        list = new uint256[](3);
        list[0] = Math.sqrt(validators.powerAt(1, 1) * a);
        list[1] = Math.sqrt(validators.powerAt(1, 2) * b);
        list[2] = Math.sqrt(validators.powerAt(1, 3) * c);
    }

    /// A voter who backs no winner is left out, and so is whoever the solver forgets: that only costs him score.
    function test_fewer_voters_fewer_points() public {
        bytes memory edges = abi.encodePacked(all(0, 1), split(0, 0, 100, 1, 2));
        vm.prank(stranger);
        elections.submit(1, winners(), abi.encodePacked(uint32(2), uint32(3)), edges);
        assertScore(1, score(3, 100, 500, 2 * 100 ** 2 + 2 * 200 ** 2 - 100 ** 2));
        submit(plainEdges());
        assertScore(1, score(3, 100, 600, 100 ** 2 + 200 ** 2 + 300 ** 2));
    }

    /* BETTER AND WORSE */

    function test_a_better_score_replaces() public {
        submit(plainEdges());
        // More for the least.
        submit(splitEdges(1));
        assertScore(1, score(3, 101, 600, 101 ** 2 + 200 ** 2 + 299 ** 2));
        submit(splitEdges(100));
        assertScore(1, score(3, 200, 600, 3 * 200 ** 2));
        vm.assertEq(elections.seatAt(1, 0).support, 200);
    }

    function test_smaller_squares_decide_last() public {
        // Least 180 and sum 600 in both: 220, 200, 180 and 200, 220, 180 have equal squares; 240, 180, 180 has larger ones.
        bytes memory worse = abi.encodePacked(all(0, 0), split(0, 1, 180, 1, 2), split(0, 0, 140, 1, 2));
        submit(worse);
        assertScore(1, score(3, 180, 600, 240 ** 2 + 2 * 180 ** 2));
        submit(splitEdges(120));
        assertScore(1, score(3, 180, 600, 220 ** 2 + 200 ** 2 + 180 ** 2));
        refuseAsNotBetter(worse, score(3, 180, 600, 240 ** 2 + 2 * 180 ** 2));
    }

    function test_worse_score() public {
        submit(splitEdges(100));
        refuseAsNotBetter(plainEdges(), score(3, 100, 600, 100 ** 2 + 200 ** 2 + 300 ** 2));
    }

    function test_replayed_solution() public {
        submit(plainEdges());
        refuseAsNotBetter(plainEdges(), score(3, 100, 600, 100 ** 2 + 200 ** 2 + 300 ** 2));
    }

    function refuseAsNotBetter(bytes memory edges, Score memory given) private {
        (Score memory queued, ) = elections.outcomeOf(1);
        refuseElection(
            submission(winners(), voters(1, 2, 3), edges),
            abi.encodeWithSelector(IElections.SolutionNotBetter.selector, given, queued)
        );
    }

    /// However good fewer are: whoever is eligible and backed cannot be left out of a set with room.
    function test_more_winners_beat_any_score() public {
        toEpoch(4);
        rulesOfFour();
        toFreeze(2);
        vm.startPrank(stranger);
        elections.submit(2, winners(), voters(1, 2, 3), splitEdges(100));
        bytes memory edges = abi.encodePacked(all(0, 0), all(0, 1), all(1, 2), all(0, 3));
        elections.submit(2, ids(1, 2, 3, 4), abi.encodePacked(voters(1, 2, 3), uint32(4)), edges);
        vm.stopPrank();
        assertScore(2, score(4, 50, 650, 50 ** 2 + 100 ** 2 + 200 ** 2 + 300 ** 2));
        (Score memory queued, ) = elections.outcomeOf(2);
        refuseElection(
            abi.encodeCall(IElections.submit, (2, winners(), voters(1, 2, 3), splitEdges(100))),
            abi.encodeWithSelector(IElections.SolutionNotBetter.selector, score(3, 200, 600, 3 * 200 ** 2), queued)
        );
    }

    function rulesOfFour() private {
        (bool success, ) = address(validators).call(
            abi.encodeWithSignature("setRules((uint8,uint96,uint96))", 4, SELF_BOND, 1)
        );
        vm.assertTrue(success);
    }

    /* TIME */

    function test_late_solution() public {
        toTerm(1);
        refuseWindow(1, GENESIS + 3 * uint48(EPOCH), GENESIS + 4 * uint48(EPOCH));
    }

    function test_early_solution() public {
        vm.warp(GENESIS + 7 * uint256(EPOCH) - 1);
        refuseWindow(2, GENESIS + 7 * uint48(EPOCH), GENESIS + 8 * uint48(EPOCH));
        vm.warp(GENESIS + 3 * uint256(EPOCH));
    }

    function test_solution_of_another_term() public {
        refuseWindow(2, GENESIS + 7 * uint48(EPOCH), GENESIS + 8 * uint48(EPOCH));
        refuseWindow(0, 0, 0);
    }

    function refuseWindow(uint32 term, uint48 from, uint48 until) private {
        bytes memory expected = abi.encodeWithSelector(IElections.OutsideElection.selector, term, from, until);
        refuseElection(abi.encodeCall(IElections.submit, (term, winners(), voters(1, 2, 3), plainEdges())), expected);
        refuseElection(abi.encodeCall(IElections.beginDraft, (term, winners())), expected);
    }

    function test_last_second() public {
        vm.warp(GENESIS + 4 * uint256(EPOCH) - 1);
        submit(plainEdges());
    }

    /* WINNERS */

    function test_wrong_winner_count() public {
        bytes4 wrong = IElections.WrongWinnerCount.selector;
        refuseWinners(ids(1, 2), abi.encodeWithSelector(wrong, 2, 3, 3));
        refuseWinners(ids(1, 2, 3, 4), abi.encodeWithSelector(wrong, 4, 3, 3));
    }

    function test_winners_out_of_order() public {
        bytes4 wrong = IElections.WinnersOutOfOrder.selector;
        refuseWinners(ids(0, 1, 2), abi.encodeWithSelector(wrong, 0, 0));
        refuseWinners(ids(1, 1, 2), abi.encodeWithSelector(wrong, 1, 1));
        refuseWinners(ids(1, 3, 2), abi.encodeWithSelector(wrong, 3, 2));
    }

    function refuseWinners(uint16[] memory list, bytes memory expected) private {
        refuseElection(submission(list, voters(1, 2, 3), plainEdges()), expected);
        refuseElection(abi.encodeCall(IElections.beginDraft, (1, list)), expected);
    }

    function test_winner_without_support() public {
        bytes memory edges = abi.encodePacked(all(0, 0), all(0, 1), all(0, 0));
        refuseElection(
            submission(winners(), voters(1, 2, 3), edges),
            abi.encodeWithSelector(IElections.WinnerWithoutSupport.selector, 3)
        );
    }

    function test_winner_who_cannot_win() public {
        // In time for the next election.
        vm.prank(candidate(2));
        validators.standDown();
        toFreeze(2);
        bytes memory data = abi.encodeCall(IElections.submit, (2, winners(), voters(1, 2, 3), plainEdges()));
        refuseElection(data, abi.encodeWithSelector(IValidators.NotRunning.selector, 2));
    }

    /// Nothing but the exact sum of three good voters is ever seated, whatever bytes come.
    function testFuzz_any_edges(bytes memory edges) public {
        vm.prank(stranger);
        try elections.submit(1, winners(), voters(1, 2, 3), edges) {
            (Score memory found, ) = elections.outcomeOf(1);
            vm.assertEq(found.sum, 600);
        } catch {
            vm.assertEq(elections.electionOf(1), 0);
        }
    }

    function testFuzz_split_is_exact(uint96 amount) public {
        amount = uint96(bound(amount, 1, 299));
        submit(splitEdges(amount));
        (Score memory found, ) = elections.outcomeOf(1);
        vm.assertEq(found.sum, 600);
        vm.assertEq(elections.seatAt(1, 0).support, 100 + amount);
        vm.assertEq(elections.seatAt(1, 2).support, 300 - amount);
    }

    /// After the freeze nothing that anybody does changes what a solution is measured by.
    function test_change_after_the_freeze() public {
        unbond(voter(3), 300);
        nominate(voter(1), new uint16[](0));
        bond(voter(2), 9);
        vm.prank(candidate(1));
        validators.standDown();
        submit(splitEdges(100));
        assertScore(1, score(3, 200, 600, 3 * 200 ** 2));
    }
}
