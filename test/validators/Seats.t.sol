// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IElections} from "../../contracts/validators/IElections.sol";
import {ISeats} from "../../contracts/validators/ISeats.sol";
import {Candidate, IValidators} from "../../contracts/validators/IValidators.sol";
import {SolutionTest} from "../support/SolutionTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Who sits when, and what judgments cost.
contract SeatsTest is SolutionTest {
    address private court = address(0xC0);

    function setUp() public override {
        super.setUp();
        elections.appointCourt(court, true);
    }

    /* TERMS */

    function test_no_seats_before_the_first_election() public {
        submit(plainEdges());
        vm.assertEq(elections.seatsOf(0).length, 0);
        vm.assertEq(elections.electionOf(0), 0);
        vm.assertEq(elections.currentTerm(), 0);
        toTerm(1);
        vm.assertEq(elections.currentTerm(), 1);
        vm.assertEq(elections.seatsOf(1).length, 3);
    }

    function test_without_a_solution_the_old_set_stays() public {
        submit(plainEdges());
        vm.assertEq(elections.electionOf(3), 1);
        toFreeze(4);
        uint16[] memory others = ids(1, 2, 4);
        bytes memory edges = abi.encodePacked(all(0, 0), all(0, 1), all(2, 2));
        elections.submit(4, others, voters(1, 2, 3), edges);
        for (uint32 term = 1; term < 4; ++term) {
            vm.assertEq(elections.electionOf(term), 1);
            vm.assertEq(keccak256(abi.encode(elections.seatsOf(term))), keccak256(abi.encode(winners())));
        }
        vm.assertEq(keccak256(abi.encode(elections.seatsOf(4))), keccak256(abi.encode(others)));
        vm.assertEq(elections.electionOf(4), 4);
    }

    /// Far terms, over the edges of the words that say which were elected.
    function test_terms_in_other_words() public {
        submit(plainEdges());
        vm.assertTrue(
            elections.electionOf(255) == 1 && elections.electionOf(256) == 1 && elections.electionOf(600) == 1
        );
        for (uint16 id = 1; id <= 3; ++id) renew(id, 255 * 4 - 2);
        electAgain(255);
        electAgain(256);
        vm.assertTrue(elections.electionOf(254) == 1 && elections.electionOf(255) == 255);
        vm.assertTrue(elections.electionOf(256) == 256 && elections.electionOf(type(uint32).max / 256) == 256);
    }

    function renew(uint16 id, uint32 epoch) private {
        toEpoch(epoch);
        power.mint(power.idOf(candidate(id)), POWER);
    }

    function electAgain(uint32 term) private {
        toFreeze(term);
        elections.submit(term, winners(), voters(1, 2, 3), plainEdges());
    }

    function test_accountOf() public view {
        vm.assertEq(elections.accountOf(2), candidate(2));
        vm.assertEq(elections.accountOf(9), address(0));
    }

    function test_voters_of_elections_have_other_leaves() public view {
        vm.assertNotEq(elections.scopeOf(1), elections.scopeOf(2));
    }

    /* SLASHING */

    function slash(uint16 id, uint256 amount) private returns (uint256) {
        vm.prank(court);
        return elections.slash(id, amount);
    }

    function test_slash() public {
        submit(plainEdges());
        toTerm(1);
        vm.expectEmit(address(validators));
        emit IValidators.CandidacySet(2, true, COMMISSION, SELF_BOND - 7, 2);
        vm.expectEmit(address(validators));
        emit IValidators.SelfBondSlashed(2, court, 7, 7, 0);
        vm.expectEmit(address(elections));
        emit IElections.SeatSlashed(1, 2, court, 7, 7);
        vm.assertEq(slash(2, 7), 7);
        vm.assertEq(token.balanceOf(court), 7);
        vm.assertTrue(elections.slashedIn(1, 2) && !elections.slashedIn(2, 2) && !elections.slashedIn(0, 2));
    }

    function test_slash_of_nothing_marks_nobody() public {
        vm.assertEq(slash(2, 0), 0);
        vm.assertFalse(elections.slashedIn(0, 2));
    }

    function test_slash_larger_than_the_bond() public {
        vm.prank(candidate(2));
        validators.lowerSelfBond(300e18);
        vm.assertEq(slash(2, SELF_BOND - 200e18), SELF_BOND - 200e18);
        Candidate memory one = candidateOf(2);
        vm.assertTrue(one.bond == 0 && one.leaving == 200e18);
        vm.assertEq(slash(2, type(uint256).max), 200e18);
        vm.assertEq(slash(2, 1), 0);
        vm.assertTrue(elections.slashedIn(0, 2));
        vm.assertEq(token.balanceOf(court), SELF_BOND);
        vm.assertEq(slash(999, 1), 0);
    }

    function test_slash_below_the_minimum_is_out_of_the_next_election() public {
        slash(2, 1);
        // The frozen election does not know it.
        submit(plainEdges());
        toFreeze(2);
        bytes memory data = abi.encodeCall(IElections.submit, (2, winners(), voters(1, 2, 3), plainEdges()));
        refuseElection(data, abi.encodeWithSelector(IValidators.SelfBondTooLow.selector, 2, SELF_BOND - 1, SELF_BOND));
    }

    function test_slash_is_for_courts() public {
        bytes memory data = abi.encodeCall(ISeats.slash, (2, 1));
        refuseElection(data, abi.encodeWithSelector(IElections.NotCourt.selector, stranger));
        vm.expectEmit(address(elections));
        emit IElections.CourtAppointed(court, false);
        elections.appointCourt(court, false);
        // One that never was a court gains nothing by being told so.
        elections.appointCourt(stranger, false);
        refuseElection(data, abi.encodeWithSelector(IElections.NotCourt.selector, stranger));
        refuseElection(
            abi.encodeCall(elections.appointCourt, (stranger, true)),
            abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger)
        );
    }

    /// It takes nothing and marks nobody, so that it can settle its rounds; appointed again it takes as before.
    function test_slash_by_a_court_that_was_withdrawn() public {
        elections.appointCourt(court, false);
        vm.recordLogs();
        vm.assertEq(slash(2, 7), 0);
        vm.assertEq(vm.getRecordedLogs().length, 0);
        vm.assertFalse(elections.slashedIn(0, 2));
        vm.assertEq(candidateOf(2).bond, SELF_BOND);
        elections.appointCourt(court, true);
        vm.assertEq(slash(2, 7), 7);
    }

    function testFuzz_slash_takes_what_there_is(uint96 leaving, uint256 amount) public {
        leaving = uint96(bound(leaving, 1, SELF_BOND));
        vm.prank(candidate(2));
        validators.lowerSelfBond(leaving);
        uint256 taken = slash(2, amount);
        vm.assertEq(taken, amount < SELF_BOND ? amount : SELF_BOND);
        Candidate memory one = candidateOf(2);
        vm.assertEq(uint256(one.bond) + one.leaving, SELF_BOND - taken);
        vm.assertEq(token.balanceOf(address(validators)), 4 * uint256(SELF_BOND) + 650 - taken);
    }

    /* EXIT BEFORE JUDGMENT */

    /// Leaves in the first moment in which it does not cost the seat; the bond is there for the whole term and the one after.
    function test_exit_before_judgment() public {
        vm.prank(candidate(2));
        validators.lowerSelfBond(SELF_BOND);
        submit(plainEdges());
        bytes memory data = abi.encodeCall(IValidators.withdrawSelfBond, ());
        vm.warp(GENESIS + 12 * uint256(EPOCH) - 1);
        refuse(candidate(2), data, abi.encodeWithSelector(IValidators.StillLocked.selector, 12));
        vm.assertEq(slash(2, 1), 1);
    }

    /// Without elections the set stays, and with it the bonds: until a term after the one in which they were replaced.
    function test_exit_of_a_validator_whom_nobody_replaced() public {
        vm.prank(candidate(2));
        validators.lowerSelfBond(SELF_BOND);
        submit(plainEdges());
        bytes memory data = abi.encodeCall(IValidators.withdrawSelfBond, ());
        toTerm(4);
        refuse(candidate(2), data, abi.encodeWithSelector(IValidators.StillSeated.selector, 2, 4));
        toFreeze(5);
        elections.submit(5, ids(1, 3, 4), voters(1, 2, 3), abi.encodePacked(all(0, 0), all(1, 1), all(2, 2)));
        toTerm(5);
        refuse(candidate(2), data, abi.encodeWithSelector(IValidators.StillSeated.selector, 2, 4));
        toTerm(6);
        vm.prank(candidate(2));
        vm.assertEq(validators.withdrawSelfBond(), SELF_BOND);
    }
}
