// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {ExperiencePower} from "../../contracts/experience/ExperiencePower.sol";
import {AdaptiveQuorum} from "../../contracts/governance/AdaptiveQuorum.sol";
import {CommuneGovernor} from "../../contracts/governance/CommuneGovernor.sol";
import {DecisionClass, Outcome} from "../../contracts/governance/ICommuneGovernor.sol";
import {GovernanceTest, Motion} from "../support/GovernanceTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice A contract that a proposal calls and that calls back.
contract Echo {
    address private immutable _target;
    bytes private _data;
    uint256 public calls;
    bool public succeeded;
    bytes public returned;

    constructor(address target) {
        _target = target;
    }

    function arm(bytes calldata data) external {
        _data = data;
    }

    function ping() external {
        ++calls;
        if (_data.length > 0) (succeeded, returned) = _target.call(_data);
    }
}

/// @notice Ways to decide without having the power to.
contract GovernanceAttacksTest is GovernanceTest {
    /* POWER */

    /// Power that is earned once the vote has begun, or in the epoch in which it begins, is none in this vote.
    function test_power_after_the_snapshot_does_not_vote() public {
        uint256 id = propose(minterMotion(stranger));
        earn(stranger, 1_000 * SILENT_POWER);
        toVote(id);
        toEpoch(2);
        vm.warp(block.timestamp + 1);
        vm.assertTrue(power.getVotes(stranger) > power.getVotes(silent));
        vote(id, stranger, FOR);
        (, uint256 inFavour, ) = governor.proposalVotes(id);
        vm.assertEq(inFavour, 0);
        toEnd(id);
        assertState(id, IGovernor.ProposalState.Defeated);
    }

    function testFuzz_votes_never_exceed_power_at_the_snapshot(uint256 amount, uint256 time) public {
        uint256 id = propose(minterMotion(stranger));
        earn(stranger, bound(amount, 1, 1e18));
        vm.warp(bound(time, governor.proposalSnapshot(id) + 1, governor.proposalDeadline(id)));
        vote(id, stranger, FOR);
        (, uint256 inFavour, ) = governor.proposalVotes(id);
        vm.assertEq(inFavour, power.powerAt(power.idOf(stranger), uint48(governor.proposalSnapshot(id))));
    }

    /// Power cannot be lent to a proposer or voter.
    function test_power_is_nobody_elses() public {
        vm.prank(silent);
        vm.expectRevert();
        power.delegate(stranger);
        vm.assertEq(governor.getVotes(stranger, block.timestamp - 1), 0);
    }

    /* TREASURY */

    /// At a turnout of a tenth seven of ten cannot empty the treasury. By simple majority they would have.
    function test_a_treasury_raid_at_low_turnout_fails() public {
        asset.drip(address(timelock), 1_000_000e6);
        Motion memory raid = motion(address(asset), abi.encodeCall(asset.transfer, (member(0), 1_000_000e6)));
        uint256 id = decide(raid, 7, 3);
        assertClass(governor.classOf(id), DecisionClass.Constitutional);
        (uint256 against, uint256 inFavour, ) = governor.proposalVotes(id);
        Outcome memory outcome = governor.outcomeOf(id);
        vm.assertTrue(outcome.cast >= outcome.floor);
        vm.assertTrue(AdaptiveQuorum.simpleMajority(inFavour, against, inFavour + against, outcome.electorate));
        assertState(id, IGovernor.ProposalState.Defeated);
        vm.expectRevert();
        queue(raid);

        // The same people, the same votes, a simple majority.
        assertState(decide(bondMotion(1), 7, 3), IGovernor.ProposalState.Succeeded);
        vm.assertEq(asset.balanceOf(address(timelock)), 1_000_000e6);
    }

    /// A raid whose transfer hides between decisions about parameters is constitutional as a whole.
    function test_a_class_cannot_be_downgraded_inside_a_batch() public {
        bytes memory transfer = abi.encodeCall(asset.transfer, (member(0), 1));
        Motion memory m = and(bondMotion(1), address(asset), transfer);
        m = and(m, address(platforms), abi.encodeCall(platforms.suspend, (platformId)));
        assertState(decide(m, 7, 3), IGovernor.ProposalState.Defeated);
        assertClass(governor.classOf(idOf(m)), DecisionClass.Constitutional);
        // One that lists the function first does not profit from it: the class was fixed when it was made.
        bytes memory list = abi.encodeCall(
            governor.setClass,
            (address(asset), asset.transfer.selector, DecisionClass.Emergency)
        );
        Motion memory bootstrap = and(motion(address(governor), list), address(asset), transfer);
        assertState(decide(bootstrap, 7, 3), IGovernor.ProposalState.Defeated);
    }

    /* EMERGENCIES */

    /// Other calls under the name of an emergency have another id.
    function test_an_emergency_executes_nothing_but_its_calls() public {
        Motion memory m = suspension();
        decide(m, 5, 5);
        Motion memory other = and(m, address(access), abi.encodeCall(access.grantRole, (0, member(0), 0)));
        bytes memory unknown = abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, idOf(other));
        vm.expectRevert(unknown);
        execute(other);
        other = motion(address(platforms), abi.encodeCall(platforms.suspend, (2)));
        unknown = abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, idOf(other));
        vm.expectRevert(unknown);
        execute(other);
    }

    /// A listed function is not enough: the access manager must have given the governor a role for it.
    function test_a_function_listed_as_emergency_is_still_not_the_governors() public {
        bytes memory list = abi.encodeCall(
            governor.setClass,
            (address(power), power.appointMinter.selector, DecisionClass.Emergency)
        );
        enact(motion(address(governor), list));
        Motion memory m = minterMotion(member(0));
        uint256 id = decide(m, 10, 0);
        assertClass(governor.classOf(id), DecisionClass.Emergency);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, address(governor)));
        execute(m);
        vm.assertFalse(power.isMinter(member(0)));
    }

    /// Even if the class of a call to the governor were overwritten, the governor does not obey itself.
    function test_governor_only_functions_are_not_reached_as_an_emergency() public {
        bytes[4] memory calls = [
            abi.encodeCall(governor.setThreshold, (500)),
            abi.encodeCall(governor.setClass, (address(power), bytes4(0), DecisionClass.Emergency)),
            abi.encodeCall(governor.updateQuorumNumerator, (100)),
            abi.encodeCall(governor.relay, (address(timelock), 0, ""))
        ];
        for (uint256 i; i < calls.length; ++i) {
            Motion memory m = motion(address(governor), calls[i]);
            uint256 id = decide(m, 10, 0);
            overwriteClass(id);
            vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, address(governor)));
            execute(m);
        }
    }

    /// @dev Finds the slot of the class of a proposal.
    function overwriteClass(uint256 id) private {
        for (uint256 slot; slot < 64; ++slot) {
            bytes32 place = keccak256(abi.encode(id, slot));
            bytes32 before = vm.load(address(governor), place);
            vm.store(address(governor), place, bytes32(uint256(2)));
            if (!governor.proposalNeedsQueuing(id)) return;
            vm.store(address(governor), place, before);
        }
        vm.assertTrue(false, "class not found");
    }

    /// An emergency is not kept for the day on which the platform has been resumed: no vote ends before it is too old.
    function test_a_stale_emergency_suspends_nobody() public {
        vm.prank(guardianAccount);
        guardian.suspend(platformId);
        Motion memory m = suspension();
        uint256 id = decide(m, 10, 0);
        vm.warp(governor.proposalDeadline(id) + 2 days);
        assertState(id, IGovernor.ProposalState.Succeeded);
        vm.warp(block.timestamp + 1);
        assertState(id, IGovernor.ProposalState.Expired);
        enact(motion(address(platforms), abi.encodeCall(platforms.resume, (platformId))));
        vm.expectRevert(unexpected(id, bit(IGovernor.ProposalState.Succeeded)));
        execute(m);
        vm.assertFalse(isSuspended());
    }

    /// What was decided twice is used up by anybody while the platform is suspended.
    function test_a_second_emergency_is_used_up() public {
        vm.prank(guardianAccount);
        guardian.suspend(platformId);
        Motion memory m = suspension();
        uint256 id = decide(m, 10, 0);
        execute(m);
        assertState(id, IGovernor.ProposalState.Executed);
        enact(motion(address(platforms), abi.encodeCall(platforms.resume, (platformId))));
        vm.assertFalse(isSuspended());
    }

    /// While nobody has any power, nobody can fill the list of proposals.
    function test_without_any_power_nobody_proposes() public {
        AccessManager manager = new AccessManager(address(this));
        power = new ExperiencePower(address(manager), GENESIS, EPOCH);
        CommuneGovernor empty = deployGovernor(settings());
        vm.assertEq(empty.proposalThreshold(), 1);
        Motion memory m = bondMotion(1);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, stranger, 0, 1));
        empty.propose(m.targets, m.values, m.calldatas, m.description);
    }

    /// Whoever has lost the seat when the vote ends has proposed with it all the same; who never had one has not.
    function test_a_seat_counts_when_the_proposal_is_made() public {
        Motion memory m = suspension();
        uint256 id = propose(m);
        chairs.setTerm(8);
        toVote(id);
        voteAll(id, 5, 5, 0);
        toEnd(id);
        execute(m);
        vm.assertTrue(isSuspended());
    }

    /* RE-ENTRANCY */

    function test_execution_cannot_be_entered_again() public {
        Echo echo = new Echo(address(governor));
        Motion memory m = motion(address(echo), abi.encodeCall(echo.ping, ()));
        uint256 id = decide(m, 10, 0);
        queue(m);
        vm.warp(block.timestamp + TIMELOCK_DELAY);
        echo.arm(abi.encodeCall(governor.execute, (m.targets, m.values, m.calldatas, keccak256(bytes(m.description)))));
        execute(m);
        vm.assertEq(echo.calls(), 1);
        vm.assertFalse(echo.succeeded());
        assertState(id, IGovernor.ProposalState.Executed);
    }

    function test_an_emergency_cannot_be_entered_again() public {
        Echo echo = new Echo(address(governor));
        enact(
            motion(
                address(governor),
                abi.encodeCall(governor.setClass, (address(echo), echo.ping.selector, DecisionClass.Emergency))
            )
        );
        Motion memory m = motion(address(echo), abi.encodeCall(echo.ping, ()));
        decide(m, 10, 0);
        echo.arm(abi.encodeCall(governor.execute, (m.targets, m.values, m.calldatas, keccak256(bytes(m.description)))));
        execute(m);
        vm.assertEq(echo.calls(), 1);
        vm.assertFalse(echo.succeeded());
    }

    /// While a proposal is executed that may change settings, nobody else can.
    function test_what_is_called_cannot_use_the_open_door() public {
        Echo echo = new Echo(address(governor));
        bytes memory change = abi.encodeCall(governor.setThreshold, (100));
        Motion memory m = and(motion(address(echo), abi.encodeCall(echo.ping, ())), address(governor), change);
        decide(m, 10, 0);
        queue(m);
        vm.warp(block.timestamp + TIMELOCK_DELAY);
        echo.arm(change);
        execute(m);
        vm.assertFalse(echo.succeeded());
        vm.assertEq(
            keccak256(echo.returned()),
            keccak256(abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, address(echo)))
        );
        vm.assertEq(governor.thresholdBps(), 100);
    }

    /// Another proposal that is ready may be executed from within; the settings of the outer one are then refused as a whole, and
    /// it can be executed again without the detour.
    function test_a_nested_execution_leaves_nothing_half_done() public {
        Echo echo = new Echo(address(governor));
        bytes memory change = abi.encodeCall(governor.setThreshold, (100));
        Motion memory outer = and(motion(address(echo), abi.encodeCall(echo.ping, ())), address(governor), change);
        Motion memory inner = motion(address(governor), abi.encodeCall(governor.setThreshold, (200)));
        uint256 first = propose(outer);
        uint256 second = propose(inner);
        toVote(second);
        voteAll(first, 10, 0, 0);
        voteAll(second, 10, 0, 0);
        toEnd(second);
        queue(outer);
        queue(inner);
        vm.warp(block.timestamp + TIMELOCK_DELAY);
        echo.arm(
            abi.encodeCall(
                governor.execute,
                (inner.targets, inner.values, inner.calldatas, keccak256(bytes(inner.description)))
            )
        );
        vm.expectRevert();
        execute(outer);
        vm.assertEq(governor.thresholdBps(), 50);
        assertState(first, IGovernor.ProposalState.Queued);
        assertState(second, IGovernor.ProposalState.Queued);
        echo.arm("");
        execute(outer);
        execute(inner);
        vm.assertEq(governor.thresholdBps(), 200);
    }

    /// A seat that proposes an emergency leaves no easier threshold behind, and no other class, not even within a transaction.
    function test_nothing_is_left_of_a_proposal_that_reverted() public {
        Motion memory m = suspension();
        propose(m);
        vm.prank(member(0));
        vm.expectRevert();
        governor.propose(m.targets, m.values, m.calldatas, m.description);
        vm.assertEq(governor.votingPeriod(), 7 days);
        vm.assertTrue(governor.proposalThreshold() > 0);
        m = minterMotion(stranger);
        vm.expectRevert();
        proposeAs(stranger, m);
    }

    /// Who is the first to earn, or the last to have power, is no commune.
    function test_the_first_to_earn_cannot_decide_alone() public {
        AccessManager manager = new AccessManager(address(this));
        power = new ExperiencePower(address(manager), GENESIS, EPOCH);
        power.appointMinter(address(this), true);
        CommuneGovernor young = deployGovernor(settings());
        uint32 id = power.register(0);
        power.mint(id, LEAST_TURNOUT - 1);
        toEpoch(2);
        vm.warp(block.timestamp + 1);
        Motion memory m = minterMotion(stranger);
        uint256 proposal = young.propose(m.targets, m.values, m.calldatas, m.description);
        vm.warp(young.proposalSnapshot(proposal) + 1);
        young.castVote(proposal, FOR);
        vm.assertTrue(young.outcomeOf(proposal).cast == young.outcomeOf(proposal).electorate);
        vm.warp(young.proposalDeadline(proposal) + 1);
        vm.assertEq(uint256(young.state(proposal)), uint256(IGovernor.ProposalState.Defeated));
    }
}
