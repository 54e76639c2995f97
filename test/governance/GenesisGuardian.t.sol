// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {GenesisGuardian} from "../../contracts/governance/GenesisGuardian.sol";
import {IGenesisGuardian} from "../../contracts/governance/IGenesisGuardian.sol";
import {IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {GovernanceTest} from "../support/GovernanceTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract GenesisGuardianTest is GovernanceTest {
    address private constant OPERATOR = address(0x0E);

    function test_deployment_tells_the_office() public view {
        vm.assertEq(guardian.guardian(), guardianAccount);
        vm.assertEq(address(guardian.platforms()), address(platforms));
        vm.assertEq(guardian.expiresAt(), GENESIS + OFFICE);
        vm.assertFalse(guardian.resigned());
    }

    function test_deployment_has_limits() public {
        vm.expectRevert(IGenesisGuardian.ZeroGuardian.selector);
        new GenesisGuardian(platforms, address(0), OFFICE);
        for (uint32 i; i < 2; ++i) {
            uint32 office = i * (365 days + 1);
            vm.expectRevert(
                abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, bytes32("office"), office, 1, 365 days)
            );
            new GenesisGuardian(platforms, guardianAccount, office);
        }
        vm.assertEq(new GenesisGuardian(platforms, guardianAccount, 1).expiresAt(), block.timestamp + 1);
        vm.assertEq(new GenesisGuardian(platforms, guardianAccount, 365 days).expiresAt(), block.timestamp + 365 days);
    }

    function test_admit_lets_a_platform_in() public {
        vm.expectEmit(address(platforms));
        emit IPlatforms.PlatformAdmitted(2, OPERATOR, address(1), "https://two.example");
        vm.prank(guardianAccount);
        vm.assertEq(guardian.admit(OPERATOR, address(1), "https://two.example"), 2);
    }

    function test_suspend_stops_a_platform_and_only_the_commune_resumes_it() public {
        vm.prank(guardianAccount);
        guardian.suspend(platformId);
        vm.assertTrue(isSuspended());
        bytes memory unauthorized = abi.encodeWithSelector(
            IAccessManaged.AccessManagedUnauthorized.selector,
            guardianAccount
        );
        bytes memory resume = abi.encodeCall(platforms.resume, (platformId));
        assertRefused(guardianAccount, address(platforms), resume, unauthorized);
        enact(motion(address(platforms), resume));
        vm.assertFalse(isSuspended());
    }

    function test_nobody_else_may() public {
        refuseAll(stranger, abi.encodeWithSelector(IGenesisGuardian.NotGuardian.selector, stranger));
        refuseAll(address(timelock), abi.encodeWithSelector(IGenesisGuardian.NotGuardian.selector, address(timelock)));
    }

    function test_resign_is_for_ever() public {
        vm.expectEmit(address(guardian));
        emit IGenesisGuardian.GuardianResigned(guardianAccount);
        vm.prank(guardianAccount);
        guardian.resign();
        vm.assertTrue(guardian.resigned());
        refuseAll(guardianAccount, abi.encodeWithSelector(IGenesisGuardian.GuardianGone.selector));
    }

    function test_the_last_second_is_in_office() public {
        vm.warp(GENESIS + OFFICE - 1);
        vm.prank(guardianAccount);
        guardian.suspend(platformId);
        vm.assertTrue(isSuspended());
    }

    /// @dev Attack: the guardian comes back after the end, at whatever time.
    function testFuzz_after_expiry_every_call_is_refused(uint256 time, address caller) public {
        vm.warp(bound(time, GENESIS + OFFICE, GENESIS + 100 * 365 days));
        bytes memory over = abi.encodeWithSelector(IGenesisGuardian.GenesisOver.selector, GENESIS + OFFICE);
        refuseAll(guardianAccount, over);
        refuseAll(caller, over);
    }

    function refuseAll(address caller, bytes memory expected) private {
        address target = address(guardian);
        assertRefused(caller, target, abi.encodeCall(guardian.admit, (OPERATOR, address(1), "")), expected);
        assertRefused(caller, target, abi.encodeCall(guardian.suspend, (platformId)), expected);
        assertRefused(caller, target, abi.encodeCall(guardian.resign, ()), expected);
    }
}
