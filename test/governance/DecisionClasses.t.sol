// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {DecisionClass, ICommuneGovernor} from "../../contracts/governance/ICommuneGovernor.sol";
import {IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {GovernanceTest, Motion} from "../support/GovernanceTest.sol";
import {vm} from "../support/Vm.sol";

contract DecisionClassesTest is GovernanceTest {
    function test_deployment_lists_what_it_is_given() public {
        vm.expectEmit();
        emit ICommuneGovernor.ClassSet(address(platforms), IPlatforms.suspend.selector, DecisionClass.Emergency);
        deployGovernor(settings());
        assertClass(governor.listedClass(address(platforms), IPlatforms.suspend.selector), DecisionClass.Emergency);
        assertClass(governor.listedClass(address(platforms), IPlatforms.resume.selector), DecisionClass.Parameter);
        assertClass(governor.listedClass(address(platforms), IPlatforms.admit.selector), DecisionClass.Constitutional);
        vm.assertEq(governor.authority(), address(access));
    }

    function test_class_of_calls() public view {
        assertMotion(suspension(), DecisionClass.Emergency);
        assertMotion(bondMotion(1), DecisionClass.Parameter);
        assertMotion(minterMotion(stranger), DecisionClass.Constitutional);
    }

    function test_what_moves_coins_or_names_no_function_is_constitutional() public view {
        bytes memory suspend = abi.encodeCall(platforms.suspend, (platformId));
        assertMotion(motion(address(platforms), 1, suspend), DecisionClass.Constitutional);
        assertMotion(motion(address(platforms), ""), DecisionClass.Constitutional);
        assertMotion(motion(address(platforms), hex"010203"), DecisionClass.Constitutional);
        assertMotion(
            motion(address(platforms), abi.encodePacked(IPlatforms.suspend.selector)),
            DecisionClass.Emergency
        );
    }

    function testFuzz_calls_to_governor_timelock_and_manager_are_constitutional(
        bytes calldata data,
        uint8 which
    ) public view {
        address[3] memory reserved = [address(governor), address(timelock), address(access)];
        assertMotion(motion(reserved[which % 3], data), DecisionClass.Constitutional);
    }

    function testFuzz_what_is_not_listed_is_constitutional(address target, bytes calldata data) public view {
        vm.assume(target != address(platforms));
        assertMotion(motion(target, data), DecisionClass.Constitutional);
    }

    function test_a_batch_has_its_strictest_class() public view {
        bytes memory resume = abi.encodeCall(platforms.resume, (platformId));
        bytes memory suspend = abi.encodeCall(platforms.suspend, (platformId));
        assertMotion(and(suspension(), address(platforms), suspend), DecisionClass.Emergency);
        assertMotion(and(suspension(), address(platforms), resume), DecisionClass.Parameter);
        assertMotion(and(bondMotion(1), address(platforms), suspend), DecisionClass.Parameter);
        assertMotion(
            and(and(suspension(), address(access), suspend), address(platforms), resume),
            DecisionClass.Constitutional
        );
    }

    function testFuzz_a_batch_has_its_strictest_class(uint256 seed, uint8 length) public view {
        uint256 strictest = 2;
        Motion memory m = suspension();
        for (uint256 i; i < length % 12; ++i) {
            uint256 class = (seed >> (8 * i)) % 3;
            if (class < strictest) strictest = class;
            Motion memory call =
                class == 0
                    ? minterMotion(stranger)
                    : class == 1
                        ? bondMotion(1)
                        : suspension();
            m = and(m, call.targets[0], call.calldatas[0]);
        }
        assertMotion(m, DecisionClass(strictest));
    }

    function test_lists_of_different_length_are_constitutional_and_refused() public {
        Motion memory m = suspension();
        assertRefusedLength(m.targets, new uint256[](2), m.calldatas);
        assertRefusedLength(m.targets, m.values, new bytes[](0));
        assertRefusedLength(new address[](0), new uint256[](0), new bytes[](0));
    }

    function test_set_class_counts_for_the_next_proposal() public {
        bytes memory data = abi.encodeCall(
            governor.setClass,
            (address(power), power.appointMinter.selector, DecisionClass.Parameter)
        );
        Motion memory m = motion(address(governor), data);
        decide(m, 10, 0);
        queue(m);
        vm.warp(block.timestamp + TIMELOCK_DELAY);
        vm.expectEmit(address(governor));
        emit ICommuneGovernor.ClassSet(address(power), power.appointMinter.selector, DecisionClass.Parameter);
        execute(m);
        assertMotion(minterMotion(stranger), DecisionClass.Parameter);
    }

    function test_set_class_refuses_reserved_targets() public {
        address[3] memory reserved = [address(governor), address(timelock), address(access)];
        for (uint256 i; i < 3; ++i) {
            bytes memory data = abi.encodeCall(
                governor.setClass,
                (reserved[i], IPlatforms.suspend.selector, DecisionClass.Emergency)
            );
            Motion memory m = motion(address(governor), data);
            m.description = vm.toString(i);
            decide(m, 10, 0);
            queue(m);
            vm.warp(block.timestamp + TIMELOCK_DELAY);
            vm.expectRevert(abi.encodeWithSelector(ICommuneGovernor.TargetReserved.selector, reserved[i]));
            execute(m);
        }
    }

    function test_class_of_a_proposal() public {
        uint256 id = propose(bondMotion(1));
        assertClass(governor.classOf(id), DecisionClass.Parameter);
        bytes memory unknown = abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, id + 1);
        refuse(stranger, abi.encodeCall(governor.classOf, (id + 1)), unknown);
    }

    /// A function that is moved to another class while a vote on it runs leaves the vote what it was.
    function test_reclassification_leaves_running_votes_alone() public {
        bytes memory data = abi.encodeCall(
            governor.setClass,
            (address(platforms), IPlatforms.setMinBond.selector, DecisionClass.Constitutional)
        );
        Motion memory change = motion(address(governor), data);
        decide(change, 10, 0);
        queue(change);
        vm.warp(block.timestamp + TIMELOCK_DELAY);

        Motion memory running = bondMotion(500e6);
        uint256 id = propose(running);
        toVote(id);
        voteAll(id, 6, 4, 0);
        execute(change);
        assertMotion(running, DecisionClass.Constitutional);
        assertClass(governor.classOf(id), DecisionClass.Parameter);
        toEnd(id);
        assertState(id, IGovernor.ProposalState.Succeeded);

        running.description = "Once more";
        assertState(decide(running, 6, 4), IGovernor.ProposalState.Defeated);
    }

    /// The other way round: what was proposed as constitutional does not get easier.
    function test_downgrading_leaves_running_votes_alone() public {
        bytes memory data = abi.encodeCall(
            governor.setClass,
            (address(power), power.appointMinter.selector, DecisionClass.Parameter)
        );
        Motion memory change = motion(address(governor), data);
        decide(change, 10, 0);
        queue(change);
        vm.warp(block.timestamp + TIMELOCK_DELAY);
        uint256 id = propose(minterMotion(stranger));
        toVote(id);
        voteAll(id, 6, 4, 0);
        execute(change);
        toEnd(id);
        assertState(id, IGovernor.ProposalState.Defeated);
    }

    function assertMotion(Motion memory m, DecisionClass expected) private view {
        assertClass(governor.classOfCalls(m.targets, m.values, m.calldatas), expected);
    }

    function assertRefusedLength(address[] memory targets, uint256[] memory values, bytes[] memory calldatas) private {
        assertClass(governor.classOfCalls(targets, values, calldatas), DecisionClass.Constitutional);
        refuse(
            member(0),
            abi.encodeCall(governor.propose, (targets, values, calldatas, "")),
            abi.encodeWithSelector(
                IGovernor.GovernorInvalidProposalLength.selector,
                targets.length,
                calldatas.length,
                values.length
            )
        );
    }
}
