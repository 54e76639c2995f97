// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {DecisionClass, ICommuneGovernor, Settings, Timing} from "../../contracts/governance/ICommuneGovernor.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {IElections} from "../../contracts/validators/IElections.sol";
import {IValidators} from "../../contracts/validators/IValidators.sol";
import {ChairsDouble, GovernanceTest, Motion} from "../support/GovernanceTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Who may propose what, and when votes on it take place; all settings and their limits.
contract ProposingTest is GovernanceTest {
    event QuorumNumeratorUpdated(uint256 oldQuorumNumerator, uint256 newQuorumNumerator);

    /* DEPLOYMENT */

    function test_deployment_tells_what_it_is() public view {
        vm.assertEq(governor.name(), "Trusted Commerce Commune");
        vm.assertEq(governor.CLOCK_MODE(), "mode=timestamp");
        vm.assertEq(governor.COUNTING_MODE(), "support=bravo&quorum=against,for,abstain");
        vm.assertEq(governor.clock(), uint48(block.timestamp));
        vm.assertEq(governor.timelock(), address(timelock));
        vm.assertEq(address(governor.token()), address(power));
        vm.assertEq(address(governor.elections()), address(chairs));
        vm.assertEq(address(governor.validators()), address(chairs));
        vm.assertEq(governor.votingDelay(), 1 days);
        vm.assertEq(governor.votingPeriod(), 7 days);
        vm.assertEq(governor.thresholdBps(), 50);
        vm.assertEq(governor.quorumNumerator(), 400);
        vm.assertEq(governor.quorumDenominator(), 10_000);
        vm.assertEq(governor.lateFlipExtension(), 2 days);
        vm.assertEq(governor.leastTurnout(), LEAST_TURNOUT);
        vm.assertEq(governor.GRACE_PERIOD(), 14 days);
        vm.assertEq(governor.EMERGENCY_GRACE_PERIOD(), 2 days);
        vm.assertTrue(governor.supportsInterface(type(IGovernor).interfaceId));
    }

    function test_deployment_tells_its_settings() public {
        Timing[3] memory timings = settings().timings;
        vm.expectEmit();
        emit QuorumNumeratorUpdated(0, 400);
        vm.expectEmit();
        emit ICommuneGovernor.LateFlipExtensionSet(2 days);
        for (uint8 i; i < 3; ++i) {
            vm.expectEmit();
            emit ICommuneGovernor.TimingSet(DecisionClass(i), timings[i].votingDelay, timings[i].votingPeriod);
        }
        vm.expectEmit();
        emit ICommuneGovernor.ThresholdSet(50);
        vm.expectEmit();
        emit ICommuneGovernor.ElectionsAppointed(IElections(address(chairs)), IValidators(address(chairs)));
        deployGovernor(settings());
    }

    function test_deployment_has_the_limits_of_governance() public {
        Settings memory s = settings();
        s.thresholdBps = 0;
        refuseSettings(s, "thresholdBps", 0, 1, 500);
        s = settings();
        s.turnoutFloorBps = 99;
        refuseSettings(s, "turnoutFloorBps", 99, 100, 2_000);
        s = settings();
        s.lateFlipExtension = 1 days - 1;
        refuseSettings(s, "lateFlipExtension", 1 days - 1, 1 days, 7 days);
        s = settings();
        s.timings[0].votingDelay = 1 hours - 1;
        refuseSettings(s, "votingDelay", 1 hours - 1, 1 hours, 7 days);
        s = settings();
        s.timings[2].votingPeriod = 3 days + 1;
        refuseSettings(s, "votingPeriod", 3 days + 1, 1 days, 3 days);
        s = settings();
        s.timings[1].votingPeriod = 2 days - 1;
        refuseSettings(s, "votingPeriod", 2 days, 1 days, 2 days - 1);
    }

    /* THRESHOLD AND SEATS */

    function test_the_threshold_is_a_part_of_all_power_rounded_up() public view {
        uint256 total = power.getPastTotalSupply(block.timestamp - 1);
        vm.assertEq(governor.proposalThreshold(), (total * 50 + 9_999) / 10_000);
    }

    function test_who_has_less_power_cannot_propose() public {
        Motion memory m = bondMotion(1);
        vm.warp(block.timestamp + 1);
        uint256 threshold = governor.proposalThreshold();
        bytes memory call = abi.encodeCall(governor.propose, (m.targets, m.values, m.calldatas, m.description));
        bytes memory expected = abi.encodeWithSelector(
            IGovernor.GovernorInsufficientProposerVotes.selector,
            stranger,
            0,
            threshold
        );
        refuse(stranger, call, expected);
        proposeAs(member(9), m);
    }

    /// Power is that of a second ago: what begins to count now does not yet.
    function testFuzz_the_threshold_is_exact(uint256 amount) public {
        amount = bound(amount, 490e6, 520e6);
        earn(stranger, amount);
        toEpoch(2);
        Motion memory m = bondMotion(1);
        vm.prank(stranger);
        vm.expectRevert();
        governor.propose(m.targets, m.values, m.calldatas, m.description);
        vm.warp(block.timestamp + 1);
        uint256 has = power.getPastVotes(stranger, block.timestamp - 1);
        uint256 total = power.getPastTotalSupply(block.timestamp - 1);
        if (has * 10_000 < total * 50) vm.expectRevert();
        proposeAs(stranger, m);
    }

    function test_an_emergency_needs_a_seat_in_place_of_power() public {
        Motion memory m = suspension();
        bytes memory call = abi.encodeCall(governor.propose, (m.targets, m.values, m.calldatas, m.description));
        refuse(silent, call, abi.encodeWithSelector(ICommuneGovernor.SeatRequired.selector, silent));
        chairs.seat(8, stranger, 2);
        refuse(stranger, call, abi.encodeWithSelector(ICommuneGovernor.SeatRequired.selector, stranger));
        chairs.setTerm(8);
        refuse(member(0), call, abi.encodeWithSelector(ICommuneGovernor.SeatRequired.selector, member(0)));
        proposeAs(stranger, m);
    }

    function test_a_seat_is_no_power_for_other_proposals() public {
        chairs.seat(7, stranger, 2);
        proposeAs(stranger, suspension());
        // What was asked for an emergency is forgotten within the transaction.
        vm.assertTrue(governor.proposalThreshold() > 0);
        Motion memory m = bondMotion(1);
        vm.expectRevert();
        proposeAs(stranger, m);
    }

    /// Where nobody holds a seat, a platform is suspended by the long way: any constitutional call makes the batch one.
    function test_without_seats_there_is_the_long_way() public {
        chairs.setTerm(9);
        Motion memory m = and(suspension(), address(timelock), "");
        uint256 id = proposeAs(silent, m);
        assertClass(governor.classOf(id), DecisionClass.Constitutional);
        toVote(id);
        vote(id, silent, FOR);
        toEnd(id);
        queue(m);
        vm.warp(block.timestamp + TIMELOCK_DELAY);
        execute(m);
        vm.assertTrue(isSuspended());
    }

    function test_a_description_can_name_the_only_proposer() public {
        Motion memory m = bondMotion(1);
        m.description = "Bond#proposer=0x0000000000000000000000000000000000cc0001";
        bytes memory call = abi.encodeCall(governor.propose, (m.targets, m.values, m.calldatas, m.description));
        refuse(member(0), call, abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, member(0)));
        vm.assertEq(governor.proposalProposer(proposeAs(member(1), m)), member(1));
    }

    function test_the_same_proposal_is_made_once() public {
        Motion memory m = bondMotion(1);
        uint256 id = propose(m);
        bytes memory call = abi.encodeCall(governor.propose, (m.targets, m.values, m.calldatas, m.description));
        refuse(member(1), call, unexpected(id, 0));
    }

    /* TIMING */

    function test_each_class_has_its_times() public {
        assertTimes(suspension(), DecisionClass.Emergency, 1 hours, 2 days, 1 days);
        assertTimes(bondMotion(1), DecisionClass.Parameter, 1 days, 5 days, 2 days);
        assertTimes(minterMotion(stranger), DecisionClass.Constitutional, 1 days, 7 days, 2 days);
        vm.assertEq(governor.votingDelay(), 1 days);
        vm.assertEq(governor.votingPeriod(), 7 days);
    }

    function assertTimes(
        Motion memory m,
        DecisionClass class,
        uint256 delay,
        uint256 period,
        uint32 extension
    ) private {
        uint256 id = idOf(m);
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalCreated(
            id,
            member(0),
            m.targets,
            m.values,
            new string[](1),
            m.calldatas,
            block.timestamp + delay,
            block.timestamp + delay + period,
            m.description
        );
        vm.expectEmit(address(governor));
        emit ICommuneGovernor.ProposalClassified(id, class, extension);
        vm.assertEq(propose(m), id);
        vm.assertEq(governor.proposalSnapshot(id), block.timestamp + delay);
        vm.assertEq(governor.proposalDeadline(id), block.timestamp + delay + period);
        assertState(id, IGovernor.ProposalState.Pending);
    }

    function test_set_timing_counts_for_the_next_proposals() public {
        uint256 before = propose(bondMotion(1));
        uint256 deadline = governor.proposalDeadline(before);
        Motion memory m = motion(
            address(governor),
            abi.encodeCall(governor.setTiming, (DecisionClass.Parameter, 2 hours, 3 days))
        );
        enact(m);
        vm.assertEq(governor.proposalDeadline(before), deadline);
        uint256 id = propose(bondMotion(2));
        vm.assertEq(governor.proposalSnapshot(id), block.timestamp + 2 hours);
        vm.assertEq(governor.proposalDeadline(id), block.timestamp + 2 hours + 3 days);
    }

    /* SETTINGS */

    function test_every_setting_has_its_limits() public {
        DecisionClass c = DecisionClass.Constitutional;
        DecisionClass e = DecisionClass.Emergency;
        refuseSetting(abi.encodeCall(governor.setThreshold, (0)), "thresholdBps", 0, 1, 500);
        refuseSetting(abi.encodeCall(governor.setThreshold, (501)), "thresholdBps", 501, 1, 500);
        refuseSetting(abi.encodeCall(governor.updateQuorumNumerator, (99)), "turnoutFloorBps", 99, 100, 2_000);
        refuseSetting(abi.encodeCall(governor.updateQuorumNumerator, (2_001)), "turnoutFloorBps", 2_001, 100, 2_000);
        bytes32 name = "lateFlipExtension";
        refuseSetting(abi.encodeCall(governor.setLateFlipExtension, (86_399)), name, 86_399, 1 days, 7 days);
        refuseSetting(abi.encodeCall(governor.setLateFlipExtension, (604_801)), name, 604_801, 1 days, 7 days);
        name = "votingDelay";
        refuseSetting(abi.encodeCall(governor.setTiming, (c, 3_599, 7 days)), name, 3_599, 1 hours, 7 days);
        refuseSetting(abi.encodeCall(governor.setTiming, (c, 604_801, 7 days)), name, 604_801, 1 hours, 7 days);
        name = "votingPeriod";
        // Not shorter than that of emergencies, which are not longer than three days.
        refuseSetting(abi.encodeCall(governor.setTiming, (c, 1 hours, 172_799)), name, 172_799, 2 days, 21 days);
        refuseSetting(abi.encodeCall(governor.setTiming, (c, 1 hours, 1_814_401)), name, 1_814_401, 2 days, 21 days);
        refuseSetting(abi.encodeCall(governor.setTiming, (e, 1 hours, 86_399)), name, 86_399, 1 days, 3 days);
        refuseSetting(abi.encodeCall(governor.setTiming, (e, 1 hours, 259_201)), name, 259_201, 1 days, 3 days);
        set(abi.encodeCall(governor.setTiming, (DecisionClass.Parameter, 7 days, 2 days)));
        refuseSetting(abi.encodeCall(governor.setTiming, (e, 1 hours, 172_801)), name, 172_801, 1 days, 2 days);
        set(abi.encodeCall(governor.setTiming, (e, 7 days, 1 days)));
        set(abi.encodeCall(governor.setTiming, (DecisionClass.Parameter, 1 hours, 1 days)));
        set(abi.encodeCall(governor.setTiming, (c, 1 hours, 21 days)));
        vm.assertEq(governor.timingOf(c).votingPeriod, 21 days);
        vm.assertEq(governor.timingOf(DecisionClass.Emergency).votingDelay, 7 days);
    }

    function test_the_threshold_reaches_its_limits() public {
        uint16[2] memory bps = [uint16(1), 500];
        for (uint256 i; i < 2; ++i) {
            ready(abi.encodeCall(governor.setThreshold, (bps[i])));
            vm.expectEmit(address(governor));
            emit ICommuneGovernor.ThresholdSet(bps[i]);
            execute(_last);
            vm.assertEq(governor.thresholdBps(), bps[i]);
        }
    }

    function test_the_floor_reaches_its_limits() public {
        uint16[2] memory bps = [uint16(100), 2_000];
        for (uint256 i; i < 2; ++i) {
            ready(abi.encodeCall(governor.updateQuorumNumerator, (bps[i])));
            vm.expectEmit(address(governor));
            emit QuorumNumeratorUpdated(i == 0 ? 400 : 100, bps[i]);
            execute(_last);
            vm.assertEq(governor.quorumNumerator(), bps[i]);
        }
    }

    function test_the_extension_reaches_its_limits() public {
        uint32[2] memory extensions = [uint32(1 days), 7 days];
        for (uint256 i; i < 2; ++i) {
            ready(abi.encodeCall(governor.setLateFlipExtension, (extensions[i])));
            vm.expectEmit(address(governor));
            emit ICommuneGovernor.LateFlipExtensionSet(extensions[i]);
            execute(_last);
            vm.assertEq(governor.lateFlipExtension(), extensions[i]);
        }
    }

    function test_appoint_elections_moves_the_seats() public {
        ChairsDouble others = new ChairsDouble();
        others.seat(7, stranger, 3);
        (IElections elections, IValidators validators) = (IElections(address(others)), IValidators(address(others)));
        ready(abi.encodeCall(governor.appointElections, (elections, validators)));
        vm.expectEmit(address(governor));
        emit ICommuneGovernor.ElectionsAppointed(elections, validators);
        execute(_last);
        proposeAs(stranger, suspension());
    }

    function test_settings_are_for_proposals_only() public {
        bytes[] memory calls = new bytes[](8);
        calls[0] = abi.encodeCall(governor.setThreshold, (100));
        calls[1] = abi.encodeCall(governor.setTiming, (DecisionClass.Emergency, 1 hours, 1 days));
        calls[2] = abi.encodeCall(governor.setLateFlipExtension, (1 days));
        calls[3] = abi.encodeCall(governor.updateQuorumNumerator, (100));
        calls[4] = abi.encodeCall(governor.setClass, (address(power), bytes4(0), DecisionClass.Emergency));
        calls[5] = abi.encodeCall(governor.appointElections, (IElections(address(0)), IValidators(address(0))));
        calls[6] = abi.encodeCall(governor.relay, (address(power), 0, ""));
        calls[7] = abi.encodeCall(governor.setThreshold, (600));
        for (uint256 i; i < calls.length; ++i) {
            refuse(stranger, calls[i], abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, stranger));
            // The timelock itself may not either, unless a proposal of the governor is being executed: the queue is empty.
            refuse(address(timelock), calls[i], panic(0x31));
        }
    }

    /// @dev By a proposal that everybody agrees with.
    function set(bytes memory call) private {
        ready(call);
        execute(_last);
    }

    Motion private _last;

    function ready(bytes memory call) private {
        Motion memory m = motion(address(governor), call);
        m.description = vm.toString(block.timestamp);
        _last.targets = m.targets;
        (_last.values, _last.calldatas, _last.description) = (m.values, m.calldatas, m.description);
        decide(m, 10, 0);
        queue(m);
        vm.warp(block.timestamp + TIMELOCK_DELAY);
    }

    function refuseSetting(bytes memory call, bytes32 name, uint256 value, uint256 min, uint256 max) private {
        ready(call);
        Motion memory m = _last;
        vm.expectRevert(abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, name, value, min, max));
        execute(m);
    }

    function refuseSettings(Settings memory s, bytes32 name, uint256 value, uint256 min, uint256 max) private {
        vm.expectRevert(abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, name, value, min, max));
        deployGovernor(s);
    }
}
