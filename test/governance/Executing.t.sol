// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {ICommuneGovernor} from "../../contracts/governance/ICommuneGovernor.sol";
import {IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {GovernanceTest, Motion} from "../support/GovernanceTest.sol";
import {vm} from "../support/Vm.sol";

/// @notice From the vote to the deed: by the timelock, or at once for emergencies; and until when.
contract ExecutingTest is GovernanceTest {
    /* BY THE TIMELOCK */

    function test_constitutional_goes_through_the_timelock() public {
        assertLongWay(minterMotion(stranger));
        vm.assertTrue(power.isMinter(stranger));
    }

    function test_parameters_go_through_the_timelock() public {
        assertLongWay(bondMotion(500e6));
        toEpoch(platforms.currentEpoch() + 5);
        vm.assertEq(platforms.minBond(), 500e6);
    }

    function assertLongWay(Motion memory m) private {
        uint256 id = decide(m, 10, 0);
        vm.assertTrue(governor.proposalNeedsQueuing(id));
        assertState(id, IGovernor.ProposalState.Succeeded);
        refuse(stranger, executeCall(m), unexpected(id, bit(IGovernor.ProposalState.Queued)));
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalQueued(id, block.timestamp + TIMELOCK_DELAY);
        queue(m);
        assertState(id, IGovernor.ProposalState.Queued);
        vm.assertEq(governor.proposalEta(id), block.timestamp + TIMELOCK_DELAY);
        vm.warp(block.timestamp + TIMELOCK_DELAY - 1);
        vm.expectRevert();
        execute(m);
        vm.warp(block.timestamp + 1);
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalExecuted(id);
        execute(m);
        assertState(id, IGovernor.ProposalState.Executed);
        refuse(stranger, executeCall(m), unexpected(id, bit(IGovernor.ProposalState.Queued)));
        refuse(stranger, queueCall(m), unexpected(id, bit(IGovernor.ProposalState.Succeeded)));
    }

    function test_what_was_defeated_is_not_queued() public {
        Motion memory m = bondMotion(1);
        uint256 id = decide(m, 4, 6);
        refuse(stranger, queueCall(m), unexpected(id, bit(IGovernor.ProposalState.Succeeded)));
    }

    function test_coins_of_the_timelock_are_paid_out() public {
        vm.deal(address(timelock), 3 ether);
        enact(motion(stranger, 2 ether, ""));
        vm.assertEq(stranger.balance, 2 ether);
    }

    function test_coins_sent_along_go_to_the_timelock() public {
        Motion memory m = motion(stranger, 2 ether, "");
        decide(m, 10, 0);
        queue(m);
        vm.warp(block.timestamp + TIMELOCK_DELAY);
        vm.deal(address(this), 2 ether);
        governor.execute{value: 2 ether}(m.targets, m.values, m.calldatas, keccak256(bytes(m.description)));
        vm.assertEq(stranger.balance, 2 ether);
        vm.assertEq(address(governor).balance, 0);
    }

    function test_nobody_uses_the_timelock_beside_the_governor() public {
        Motion memory m = minterMotion(stranger);
        bytes32 role = timelock.PROPOSER_ROLE();
        bytes memory call = abi.encodeCall(
            timelock.scheduleBatch,
            (m.targets, m.values, m.calldatas, 0, 0, TIMELOCK_DELAY)
        );
        refuseRole(call, role);
        role = timelock.EXECUTOR_ROLE();
        refuseRole(abi.encodeCall(timelock.executeBatch, (m.targets, m.values, m.calldatas, 0, 0)), role);
        vm.assertFalse(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(this)));
    }

    function refuseRole(bytes memory call, bytes32 role) private {
        bytes memory expected = abi.encodeWithSelector(
            IAccessControl.AccessControlUnauthorizedAccount.selector,
            stranger,
            role
        );
        assertRefused(stranger, address(timelock), call, expected);
    }

    /* EMERGENCIES */

    function test_an_emergency_is_executed_right_after_the_vote() public {
        Motion memory m = suspension();
        uint256 start = block.timestamp;
        uint256 id = decide(m, 5, 5);
        vm.assertFalse(governor.proposalNeedsQueuing(id));
        vm.expectCall(address(platforms), m.calldatas[0]);
        vm.expectEmit(address(platforms));
        emit IPlatforms.PlatformSuspended(platformId);
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalExecuted(id);
        vm.prank(stranger);
        execute(m);
        vm.assertTrue(isSuspended());
        assertState(id, IGovernor.ProposalState.Executed);
        vm.assertEq(block.timestamp - start, 1 hours + 2 days + 1);
    }

    function test_an_emergency_is_not_queued() public {
        Motion memory m = suspension();
        uint256 id = decide(m, 5, 5);
        refuse(
            stranger,
            queueCall(m),
            abi.encodeWithSelector(IGovernor.GovernorProposalQueueingNotRequired.selector, id)
        );
    }

    function test_an_emergency_takes_no_coins() public {
        Motion memory m = suspension();
        decide(m, 5, 5);
        vm.deal(stranger, 1);
        bytes memory expected = abi.encodeWithSelector(IGovernor.GovernorDisabledDeposit.selector);
        assertRefused(stranger, address(governor), 1, executeCall(m), expected);
        execute(m);
        vm.assertTrue(isSuspended());
    }

    function test_an_emergency_is_not_executed_before_or_against_the_vote() public {
        Motion memory m = suspension();
        uint256 id = propose(m);
        refuse(stranger, executeCall(m), unexpected(id, bit(IGovernor.ProposalState.Succeeded)));
        toVote(id);
        voteAll(id, 2, 8, 0);
        refuse(stranger, executeCall(m), unexpected(id, bit(IGovernor.ProposalState.Succeeded)));
        toEnd(id);
        refuse(stranger, executeCall(m), unexpected(id, bit(IGovernor.ProposalState.Succeeded)));
    }

    function test_a_platform_is_suspended_by_several_calls_at_once() public {
        enact(motion(address(platforms), abi.encodeCall(platforms.admit, (stranger, stranger, ""))));
        Motion memory m = and(suspension(), address(platforms), abi.encodeCall(platforms.suspend, (2)));
        m.description = "Both";
        decide(m, 5, 5);
        execute(m);
        vm.assertTrue(isSuspended());
        vm.assertTrue(platforms.platformOf(2).suspended);
    }

    function test_a_call_that_fails_undoes_the_whole_emergency() public {
        Motion memory m = and(suspension(), address(platforms), abi.encodeCall(platforms.suspend, (9)));
        uint256 id = decide(m, 5, 5);
        vm.expectRevert(abi.encodeWithSelector(IPlatforms.UnknownPlatform.selector, 9));
        execute(m);
        vm.assertFalse(isSuspended());
        assertState(id, IGovernor.ProposalState.Succeeded);
    }

    function test_the_governor_may_call_nothing_else() public {
        bytes memory unauthorized = abi.encodeWithSelector(
            IAccessManaged.AccessManagedUnauthorized.selector,
            address(governor)
        );
        bytes memory resume = abi.encodeCall(platforms.resume, (platformId));
        assertRefused(address(governor), address(platforms), resume, unauthorized);
        bytes memory admit = abi.encodeCall(platforms.admit, (stranger, stranger, ""));
        assertRefused(address(governor), address(platforms), admit, unauthorized);
        bytes memory mint = abi.encodeCall(power.appointMinter, (stranger, true));
        assertRefused(address(governor), address(power), mint, unauthorized);
    }

    /* CANCELLING */

    function test_the_proposer_cancels_before_the_vote() public {
        Motion memory m = bondMotion(1);
        uint256 id = propose(m);
        bytes memory call = abi.encodeCall(
            governor.cancel,
            (m.targets, m.values, m.calldatas, keccak256(bytes(m.description)))
        );
        bytes memory unable = abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, silent);
        refuse(silent, call, unable);
        uint256 snapshot = vm.snapshotState();
        toVote(id);
        refuse(member(0), call, abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, member(0)));
        vm.assertTrue(vm.revertToState(snapshot));
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalCanceled(id);
        vm.prank(member(0));
        governor.cancel(m.targets, m.values, m.calldatas, keccak256(bytes(m.description)));
        assertState(id, IGovernor.ProposalState.Canceled);
        bytes memory again = abi.encodeCall(governor.propose, (m.targets, m.values, m.calldatas, m.description));
        refuse(member(0), again, unexpected(id, 0));
    }

    /* EXPIRY */

    /// A decision that nobody carried out in time waits for no other world.
    function test_what_is_not_queued_in_two_weeks_expires() public {
        Motion memory m = bondMotion(1);
        uint256 id = decide(m, 10, 0);
        vm.warp(governor.proposalDeadline(id) + 14 days);
        assertState(id, IGovernor.ProposalState.Succeeded);
        vm.warp(block.timestamp + 1);
        assertState(id, IGovernor.ProposalState.Expired);
        refuse(stranger, queueCall(m), unexpected(id, bit(IGovernor.ProposalState.Succeeded)));
    }

    function test_what_is_not_executed_in_two_weeks_expires() public {
        Motion memory m = bondMotion(1);
        uint256 id = decide(m, 10, 0);
        vm.warp(governor.proposalDeadline(id) + 14 days);
        queue(m);
        vm.warp(governor.proposalEta(id) + 14 days);
        assertState(id, IGovernor.ProposalState.Queued);
        vm.warp(block.timestamp + 1);
        assertState(id, IGovernor.ProposalState.Expired);
        refuse(stranger, executeCall(m), unexpected(id, bit(IGovernor.ProposalState.Queued)));
    }

    function test_what_is_executed_stays_executed() public {
        uint256 id = enact(bondMotion(500e6));
        vm.warp(block.timestamp + 3650 days);
        assertState(id, IGovernor.ProposalState.Executed);
    }

    /* THE TIMELOCK ITSELF */

    function test_the_timelock_stays() public {
        bytes memory call = abi.encodeCall(governor.updateTimelock, (TimelockController(payable(stranger))));
        refuse(stranger, call, abi.encodeWithSelector(ICommuneGovernor.TimelockFixed.selector));
        Motion memory m = motion(address(governor), call);
        decide(m, 10, 0);
        queue(m);
        vm.warp(block.timestamp + TIMELOCK_DELAY);
        vm.expectRevert(ICommuneGovernor.TimelockFixed.selector);
        execute(m);
    }

    /* THE GOVERNOR ITSELF */

    function test_the_governor_takes_no_coins() public {
        vm.deal(stranger, 1);
        bytes memory expected = abi.encodeWithSelector(IGovernor.GovernorDisabledDeposit.selector);
        assertRefused(stranger, address(governor), 1, "", expected);
    }

    function test_relay_recovers_what_was_sent_here_by_mistake() public {
        asset.drip(address(governor), 5e6);
        bytes memory transfer = abi.encodeCall(asset.transfer, (stranger, 5e6));
        enact(motion(address(governor), abi.encodeCall(governor.relay, (address(asset), 0, transfer))));
        vm.assertEq(asset.balanceOf(stranger), 5e6);
    }

    function test_states_of_a_proposal_that_is_not() public {
        bytes memory unknown = abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, 1);
        refuse(stranger, abi.encodeCall(governor.state, (1)), unknown);
        refuse(stranger, abi.encodeCall(governor.castVote, (1, FOR)), unknown);
    }

    function executeCall(Motion memory m) private view returns (bytes memory) {
        return abi.encodeCall(governor.execute, (m.targets, m.values, m.calldatas, keccak256(bytes(m.description))));
    }

    function queueCall(Motion memory m) private view returns (bytes memory) {
        return abi.encodeCall(governor.queue, (m.targets, m.values, m.calldatas, keccak256(bytes(m.description))));
    }
}
