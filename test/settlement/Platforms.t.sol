// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IPlatforms} from "../../contracts/settlement/IPlatforms.sol";
import {Platforms} from "../../contracts/settlement/Platforms.sol";
import {Refusals} from "../support/Refusals.sol";
import {bound, vm} from "../support/Vm.sol";

contract PlatformsTest is Refusals {
    address private constant OPERATOR = address(0xA1);
    address private constant STRANGER = address(0x57);

    Platforms private platforms;
    uint32 private id;

    function setUp() public {
        vm.warp(1_700_000_000);
        platforms = new Platforms(address(new AccessManager(address(this))));
        id = platforms.admit(OPERATOR, "https://relay.example");
    }

    /* ADMISSION */

    function testFuzz_admit(address operator, string calldata endpoint, uint48 time) public {
        vm.assume(operator != address(0));
        time = uint48(bound(time, block.timestamp, type(uint48).max));
        vm.warp(time);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.PlatformAdmitted(2, operator, endpoint);
        vm.assertEq(platforms.admit(operator, endpoint), 2);
        vm.assertEq(platforms.platformCount(), 2);
        assertPlatform(2, operator, time, false);
        platforms.checkOperator(2, operator);
    }

    function test_admit_refuses_zero_operator() public {
        refuse(
            address(this),
            abi.encodeCall(IPlatforms.admit, (address(0), "")),
            abi.encodePacked(IPlatforms.ZeroOperator.selector)
        );
    }

    function testFuzz_governance_only(address caller) public {
        vm.assume(caller != address(this));
        bytes memory expected = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        refuse(caller, abi.encodeCall(IPlatforms.admit, (OPERATOR, "")), expected);
        refuse(caller, abi.encodeCall(IPlatforms.suspend, (id)), expected);
        refuse(caller, abi.encodeCall(IPlatforms.resume, (id)), expected);
    }

    /* SUSPENSION */

    function test_suspend_and_resume() public {
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.PlatformSuspended(id);
        platforms.suspend(id);
        assertPlatform(id, OPERATOR, 1_700_000_000, true);

        vm.warp(block.timestamp + 1 days);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.PlatformResumed(id);
        platforms.resume(id);
        assertPlatform(id, OPERATOR, 1_700_000_000, false);
    }

    function test_suspend_refuses_twice() public {
        platforms.suspend(id);
        refuse(
            address(this),
            abi.encodeCall(IPlatforms.suspend, (id)),
            abi.encodeWithSelector(IPlatforms.PlatformIsSuspended.selector, id)
        );
    }

    function testFuzz_unknown_platform(uint32 unknown) public {
        vm.assume(unknown != id);
        bytes memory expected = abi.encodeWithSelector(IPlatforms.UnknownPlatform.selector, unknown);
        refuse(address(this), abi.encodeCall(IPlatforms.suspend, (unknown)), expected);
        refuse(address(this), abi.encodeCall(IPlatforms.resume, (unknown)), expected);
        refuse(OPERATOR, abi.encodeCall(IPlatforms.setEndpoint, (unknown, "x")), expected);
        refuse(OPERATOR, abi.encodeCall(IPlatforms.platformOf, (unknown)), expected);
        refuse(
            OPERATOR,
            abi.encodeCall(IPlatforms.checkOperator, (unknown, OPERATOR)),
            abi.encodeWithSelector(IPlatforms.PlatformNotAdmitted.selector, unknown)
        );
    }

    /* OPERATOR */

    function testFuzz_setEndpoint(string calldata endpoint) public {
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.PlatformEndpointSet(id, endpoint);
        vm.prank(OPERATOR);
        platforms.setEndpoint(id, endpoint);
    }

    function testFuzz_setEndpoint_operator_only(address caller) public {
        vm.assume(caller != OPERATOR);
        refuse(
            caller,
            abi.encodeCall(IPlatforms.setEndpoint, (id, "x")),
            abi.encodeWithSelector(IPlatforms.NotOperator.selector, id, caller)
        );
    }

    function testFuzz_checkOperator_refuses_others(address caller) public {
        vm.assume(caller != OPERATOR);
        refuse(
            STRANGER,
            abi.encodeCall(IPlatforms.checkOperator, (id, caller)),
            abi.encodeWithSelector(IPlatforms.NotOperator.selector, id, caller)
        );
    }

    function test_checkOperator_refuses_suspended() public {
        platforms.checkOperator(id, OPERATOR);
        platforms.suspend(id);
        refuse(
            STRANGER,
            abi.encodeCall(IPlatforms.checkOperator, (id, OPERATOR)),
            abi.encodeWithSelector(IPlatforms.PlatformIsSuspended.selector, id)
        );
        platforms.resume(id);
        platforms.checkOperator(id, OPERATOR);
    }

    /* HELPERS */

    function refuse(address caller, bytes memory data, bytes memory expected) private {
        assertRefused(caller, address(platforms), data, expected);
    }

    function assertPlatform(uint32 platformId, address operator, uint48 admittedAt, bool suspended) private view {
        IPlatforms.Platform memory platform = platforms.platformOf(platformId);
        vm.assertEq(platform.operator, operator);
        vm.assertEq(platform.admittedAt, admittedAt);
        vm.assertEq(platform.suspended, suspended);
    }

    function fingerprint() internal view override returns (bytes32) {
        return keccak256(abi.encode(platforms.platformCount(), platforms.platformOf(id)));
    }
}
