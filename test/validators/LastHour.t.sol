// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IElections, Score} from "../../contracts/validators/IElections.sol";
import {Rules} from "../../contracts/validators/IValidators.sol";
import {ElectionTest} from "../support/ElectionTest.sol";
import {vm} from "../support/Vm.sol";

/// @notice Solutions that leave voters out when nobody can add them again. Voter 1 has most of the stake; a solution with everybody is queued.
contract LastHourTest is ElectionTest {
    function setUp() public override {
        super.setUp();
        vote(1, 10_000, ids(1));
        vote(2, 200, ids(2, 3));
        vote(3, 300, ids(1, 3, 4));
        vote(4, 400, ids(1));
        toFreeze(1);
        elections.submit(1, ids(1, 2, 3), everybody(), abi.encodePacked(all(0, 0), sharing(150)));
    }

    function everybody() private pure returns (bytes memory) {
        return abi.encodePacked(voters(1, 2, 3), uint32(4));
    }

    /// @dev Of voters 2, 3 and 4: candidate 2 gets `amount` of voter 2.
    function sharing(uint96 amount) private pure returns (bytes memory) {
        return abi.encodePacked(split(0, 1, amount, 1, 2), all(1, 2), all(0, 0));
    }

    function without1() private pure returns (bytes memory) {
        return abi.encodeCall(IElections.submit, (1, ids(1, 2, 3), voters(2, 3, 4), sharing(151)));
    }

    /// A wei more for the weakest winner, and the biggest voter left out: he would earn nothing, and the sniper his part.
    function test_attack_leaving_a_voter_out_in_the_last_second() public {
        uint256 begin = GENESIS + 4 * uint256(EPOCH);
        bytes memory expected = abi.encodeWithSelector(IElections.SupportLowered.selector, 900, 10_900);
        vm.warp(begin - 1);
        refuseElection(without1(), expected);
        vm.warp(begin - 1 hours);
        refuseElection(without1(), expected);
        toTerm(1);
        vm.assertEq(elections.seatAt(1, 0).support, 10_400);
    }

    /// Before the last hour it is taken; and until the end whoever is left out can be put back in.
    function test_voter_left_out_earlier_is_put_back() public {
        vm.warp(GENESIS + 4 * uint256(EPOCH) - 1 hours - 1);
        (bool success, ) = address(elections).call(without1());
        vm.assertTrue(success);
        vm.assertEq(elections.seatAt(1, 0).support, 400);
        vm.warp(GENESIS + 4 * uint256(EPOCH) - 1);
        elections.submit(1, ids(1, 2, 3), everybody(), abi.encodePacked(all(0, 0), sharing(151)));
        vm.assertEq(elections.seatAt(1, 0).support, 10_400);
    }

    /// What is better and keeps everybody is taken to the last second.
    function test_better_solution_in_the_last_second() public {
        vm.warp(GENESIS + 4 * uint256(EPOCH) - 1);
        elections.submit(1, ids(1, 2, 3), everybody(), abi.encodePacked(all(0, 0), sharing(200 - 40)));
        (Score memory score, ) = elections.outcomeOf(1);
        vm.assertTrue(score.least == 160 && score.sum == 10_900);
    }

    /// More winners are worth less support.
    function test_more_winners_in_the_last_second() public {
        toEpoch(4);
        validators.setRules(Rules(4, SELF_BOND, MIN_POWER));
        toFreeze(2);
        elections.submit(2, ids(1, 2, 3), everybody(), abi.encodePacked(all(0, 0), sharing(150)));
        vm.warp(GENESIS + 8 * uint256(EPOCH) - 1);
        bytes memory edges = abi.encodePacked(split(0, 1, 100, 1, 2), all(2, 3), all(0, 0));
        elections.submit(2, ids(1, 2, 3, 4), voters(2, 3, 4), edges);
        (Score memory score, ) = elections.outcomeOf(2);
        vm.assertTrue(score.winners == 4 && score.sum == 900);
    }
}
