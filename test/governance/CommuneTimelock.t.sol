// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {CommuneTimelock} from "../../contracts/governance/CommuneTimelock.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {vm} from "../support/Vm.sol";

contract CommuneTimelockTest {
    event MinDelayChange(uint256 oldDuration, uint256 newDuration);

    function test_begins_with_a_delay_inside_of_its_limits() public {
        CommuneTimelock timelock = new CommuneTimelock(2 days, 1 days, address(this));
        vm.assertEq(timelock.getMinDelay(), 2 days);
        vm.assertEq(timelock.leastDelay(), 1 days);
        _expectRefused(1 days - 1, 1 days);
        new CommuneTimelock(1 days - 1, 1 days, address(this));
        _expectRefused(30 days + 1, 1 days);
        new CommuneTimelock(30 days + 1, 1 days, address(this));
    }

    function test_gives_no_role_to_anybody_but_the_first_administrator() public {
        CommuneTimelock timelock = new CommuneTimelock(2 days, 1 days, address(0xA));
        bytes32[3] memory roles = [timelock.PROPOSER_ROLE(), timelock.CANCELLER_ROLE(), timelock.EXECUTOR_ROLE()];
        for (uint256 i; i < roles.length; ++i) {
            vm.assertFalse(timelock.hasRole(roles[i], address(0)));
            vm.assertFalse(timelock.hasRole(roles[i], address(0xA)));
        }
        vm.assertTrue(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(0xA)));
        vm.assertTrue(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(timelock)));
    }

    function test_changes_its_delay_for_itself_only() public {
        CommuneTimelock timelock = new CommuneTimelock(2 days, 1 days, address(this));
        vm.expectRevert(abi.encodeWithSelector(TimelockController.TimelockUnauthorizedCaller.selector, address(this)));
        timelock.updateDelay(3 days);
        vm.expectEmit(true, true, true, true);
        emit MinDelayChange(2 days, 3 days);
        vm.prank(address(timelock));
        timelock.updateDelay(3 days);
        vm.assertEq(timelock.getMinDelay(), 3 days);
    }

    function testFuzz_the_delay_never_leaves_its_limits(uint256 delay) public {
        CommuneTimelock timelock = new CommuneTimelock(2 days, 1 days, address(this));
        bool allowed = delay >= 1 days && delay <= 30 days;
        if (!allowed) _expectRefused(delay, 1 days);
        vm.prank(address(timelock));
        timelock.updateDelay(delay);
        vm.assertEq(timelock.getMinDelay(), (allowed ? delay : 2 days));
    }

    function _expectRefused(uint256 delay, uint256 least) private {
        bytes4 selector = Bounds.ParameterOutOfBounds.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, bytes32("timelockDelay"), delay, least, 30 days));
    }
}
