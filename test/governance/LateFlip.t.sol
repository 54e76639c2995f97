// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {ICommuneGovernor, Outcome} from "../../contracts/governance/ICommuneGovernor.sol";
import {GovernanceTest, Motion} from "../support/GovernanceTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Votes that turn an outcome, early and late. A decision about a parameter: five days, of which the last two are late.
contract LateFlipTest is GovernanceTest {
    uint256 private id;
    uint256 private deadline;

    function setUp() public override {
        super.setUp();
        id = propose(bondMotion(1));
        deadline = governor.proposalDeadline(id);
        toVote(id);
    }

    function test_an_early_change_is_told_and_extends_nothing() public {
        voteAll(id, 4, 0, 0);
        expectOutcome(true);
        vote(id, member(4), FOR);
        vm.assertEq(governor.proposalDeadline(id), deadline);
    }

    function test_a_vote_that_changes_nothing_extends_nothing() public {
        voteAll(id, 5, 0, 0);
        vm.warp(deadline);
        vote(id, member(5), FOR);
        vote(id, member(6), AGAINST);
        vm.assertEq(governor.proposalDeadline(id), deadline);
    }

    function test_the_last_two_days_are_late() public {
        voteAll(id, 4, 0, 0);
        vm.warp(deadline - EXTENSION);
        vote(id, member(4), FOR);
        vm.assertEq(governor.proposalDeadline(id), deadline);
        vm.warp(deadline - EXTENSION + 1);
        expectExtended(false);
        vote(id, silent, AGAINST);
        vm.assertEq(governor.proposalDeadline(id), deadline + EXTENSION);
    }

    function test_a_late_change_to_yes_extends() public {
        voteAll(id, 4, 0, 0);
        vm.warp(deadline);
        expectExtended(true);
        vote(id, member(4), FOR);
        vm.warp(deadline + 1);
        assertState(id, IGovernor.ProposalState.Active);
        vm.warp(deadline + EXTENSION);
        vote(id, member(5), AGAINST);
        vm.warp(deadline + EXTENSION + 1);
        assertState(id, IGovernor.ProposalState.Succeeded);
    }

    /// Attack: the outcome is turned again in the last second of the extension. There is no second one.
    function test_a_second_late_change_extends_nothing() public {
        voteAll(id, 5, 0, 0);
        vm.warp(deadline);
        vote(id, silent, AGAINST);
        vm.assertEq(governor.proposalDeadline(id), deadline + EXTENSION);
        vm.warp(deadline + EXTENSION);
        // Nobody has power enough to turn it back: pretend that one had.
        bytes memory votes = abi.encodeCall(power.getPastVotes, (stranger, governor.proposalSnapshot(id)));
        vm.mockCall(address(power), votes, abi.encode(2 * SILENT_POWER));
        expectOutcome(true);
        vote(id, stranger, FOR);
        vm.assertEq(governor.proposalDeadline(id), deadline + EXTENSION);
        vm.warp(deadline + EXTENSION + 1);
        assertState(id, IGovernor.ProposalState.Succeeded);
    }

    /// Attack: the extension is used up by a change that is undone at once. The time is given all the same.
    function test_an_extension_counts_from_the_deadline() public {
        voteAll(id, 4, 0, 0);
        vm.warp(deadline - EXTENSION + 1);
        vote(id, member(4), FOR);
        vm.assertEq(governor.proposalDeadline(id), deadline + EXTENSION);
    }

    /// Emergencies last two days: half of that is the most that can be late.
    function test_the_extension_is_half_of_the_period_at_most() public {
        uint256 emergency = propose(suspension());
        uint256 end = governor.proposalDeadline(emergency);
        toVote(emergency);
        voteAll(emergency, 4, 0, 0);
        vm.warp(end - 1 days);
        vote(emergency, member(4), FOR);
        vm.assertEq(governor.proposalDeadline(emergency), end);
        vm.warp(end);
        vote(emergency, silent, AGAINST);
        vm.assertEq(governor.proposalDeadline(emergency), end + 1 days);
    }

    function test_another_extension_leaves_running_votes_alone() public {
        Motion memory m = motion(address(governor), abi.encodeCall(governor.setLateFlipExtension, (7 days)));
        decide(m, 10, 0);
        queue(m);
        vm.warp(block.timestamp + TIMELOCK_DELAY);
        uint256 running = propose(bondMotion(2));
        execute(m);
        toVote(running);
        uint256 end = governor.proposalDeadline(running);
        voteAll(running, 4, 0, 0);
        vm.warp(end);
        vote(running, member(4), FOR);
        vm.assertEq(governor.proposalDeadline(running), end + EXTENSION);
    }

    function testFuzz_extended_at_most_once_and_never_longer(uint256 seed) public {
        uint256 extended;
        for (uint256 i; i < MEMBERS + 1; ++i) {
            uint256 now_ = bound(seed >> (20 * i), block.timestamp, governor.proposalDeadline(id));
            vm.warp(now_);
            bool before = governor.outcomeOf(id).passing;
            uint256 end = governor.proposalDeadline(id);
            vote(id, i == MEMBERS ? silent : member(i), uint8((seed >> (240 + i)) % 2));
            bool flipped = governor.outcomeOf(id).passing != before;
            bool late = flipped && extended == 0 && now_ + EXTENSION > deadline;
            if (late) ++extended;
            vm.assertEq(governor.proposalDeadline(id), late ? deadline + EXTENSION : end);
        }
        vm.assertLe(extended, 1);
    }

    function expectOutcome(bool passing) private {
        Outcome memory outcome = governor.outcomeOf(id);
        vm.expectEmit(address(governor));
        emit ICommuneGovernor.OutcomeChanged(id, passing, outcome.electorate, outcome.floor);
    }

    function expectExtended(bool passing) private {
        expectOutcome(passing);
        vm.expectEmit(address(governor));
        emit ICommuneGovernor.ProposalExtended(id, uint64(deadline + EXTENSION));
    }
}
