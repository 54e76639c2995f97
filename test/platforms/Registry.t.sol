// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Demands} from "../../contracts/platforms/Demands.sol";
import {IPlatforms, Platform} from "../../contracts/platforms/IPlatforms.sol";
import {IPledges} from "../../contracts/platforms/IPledges.sol";
import {Platforms} from "../../contracts/platforms/Platforms.sol";
import {EpochClock} from "../../contracts/shared/EpochClock.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract RegistryTest is PlatformsTest {
    /* ADMISSION */

    function testFuzz_admit(address runner, address signer, string calldata endpoint, uint32 later) public {
        vm.assume(runner != address(0) && signer != address(0));
        vm.warp(GENESIS + later);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.PlatformAdmitted(2, runner, signer, endpoint);
        vm.assertEq(platforms.admit(runner, signer, endpoint), 2);

        vm.assertEq(platforms.platformCount(), 2);
        Platform memory expected;
        (expected.operator, expected.admittedAt) = (runner, uint48(GENESIS + later));
        (expected.signer, expected.signerSince) = (signer, later / EPOCH);
        vm.assertEq(keccak256(abi.encode(platforms.platformOf(2))), keccak256(abi.encode(expected)));
        vm.assertEq(platforms.pledgesWonBy(2), 0);
    }

    /// Nobody signed receipts of epochs before the platform was there.
    function testFuzz_admit_gives_no_key_for_the_past(uint32 epoch, uint32 asked) public {
        epoch = uint32(bound(epoch, 0, 10_000));
        toEpoch(epoch);
        uint32 id = platforms.admit(operator, stranger, "");
        vm.assertEq(platforms.signerOf(id, asked), asked < epoch ? address(0) : stranger);
    }

    function test_admit_refuses_zeros() public {
        refuse(
            address(this),
            abi.encodeCall(IPlatforms.admit, (address(0), stranger, "")),
            abi.encodePacked(IPlatforms.ZeroOperator.selector)
        );
        refuse(
            address(this),
            abi.encodeCall(IPlatforms.admit, (stranger, address(0), "")),
            abi.encodePacked(IPlatforms.ZeroSigner.selector)
        );
    }

    function testFuzz_governance_only(address caller) public {
        vm.assume(caller != address(this));
        bytes memory expected = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        refuse(caller, abi.encodeCall(IPlatforms.admit, (operator, stranger, "")), expected);
        refuse(caller, abi.encodeCall(IPlatforms.suspend, (platformId)), expected);
        refuse(caller, abi.encodeCall(IPlatforms.resume, (platformId)), expected);
        refuse(caller, abi.encodeCall(IPlatforms.appointDemands, (caller)), expected);
        refuse(caller, abi.encodeCall(IPlatforms.setMinBond, (1e9)), expected);
    }

    function testFuzz_unknown_platform(uint32 unknown) public {
        vm.assume(unknown != platformId);
        bytes memory expected = abi.encodeWithSelector(IPlatforms.UnknownPlatform.selector, unknown);
        refuse(address(this), abi.encodeCall(IPlatforms.suspend, (unknown)), expected);
        refuse(address(this), abi.encodeCall(IPlatforms.resume, (unknown)), expected);
        refuse(operator, abi.encodeCall(IPlatforms.setEndpoint, (unknown, "x")), expected);
        refuse(operator, abi.encodeCall(IPlatforms.setMirrors, (unknown, new string[](0))), expected);
        refuse(operator, abi.encodeCall(IPlatforms.setSigner, (unknown, stranger, 9)), expected);
        refuse(operator, abi.encodeCall(IPlatforms.offerOperator, (unknown, stranger)), expected);
        refuse(operator, abi.encodeCall(IPlatforms.acceptOperator, (unknown)), expected);
        refuse(operator, abi.encodeCall(IPlatforms.depositBond, (unknown, 1)), expected);
        refuse(operator, abi.encodeCall(IPlatforms.requestWithdrawal, (unknown, 1)), expected);
        refuse(operator, abi.encodeCall(IPlatforms.withdrawBond, (unknown)), expected);
        refuse(operator, abi.encodeCall(IPlatforms.collectAudit, (unknown)), expected);
        refuse(operator, abi.encodeCall(IPlatforms.platformOf, (unknown)), expected);
        refuse(operator, abi.encodeCall(IPledges.collectPledges, (unknown)), expected);
        assertRefused(operator, address(demands), abi.encodeCall(IPledges.collectPledges, (unknown)), expected);
        refuse(address(demands), abi.encodeCall(IPlatforms.openDemand, (unknown)), expected);
        vm.assertEq(platforms.signerOf(unknown, 0), address(0));
        vm.assertEq(platforms.coverOf(unknown, 0), 0);
    }

    /* SUSPENSION */

    function test_suspend_and_resume() public {
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.PlatformSuspended(platformId);
        platforms.suspend(platformId);
        vm.assertTrue(platform().suspended);
        vm.assertTrue(platform().everSuspended);

        vm.warp(block.timestamp + 1 days);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.PlatformResumed(platformId);
        platforms.resume(platformId);
        vm.assertFalse(platform().suspended);
        vm.assertTrue(platform().everSuspended);
    }

    function test_suspend_again_does_nothing() public {
        platforms.suspend(platformId);
        uint48 since = uint48(block.timestamp);
        vm.assertEq(platforms.suspendedSince(platformId), since);
        vm.warp(since + 1 days);
        vm.recordLogs();
        platforms.suspend(platformId);
        vm.assertEq(vm.getRecordedLogs().length, 0);
        vm.assertEq(platforms.suspendedSince(platformId), since);
        platforms.resume(platformId);
        vm.assertEq(platforms.suspendedSince(platformId), 0);
        platforms.suspend(platformId);
        vm.assertEq(platforms.suspendedSince(platformId), since + 1 days);
    }

    function test_resume_refuses_who_is_not_suspended() public {
        bytes memory expected = abi.encodeWithSelector(IPlatforms.PlatformNotSuspended.selector, platformId);
        refuse(address(this), abi.encodeCall(IPlatforms.resume, (platformId)), expected);
        platforms.suspend(platformId);
        platforms.resume(platformId);
        refuse(address(this), abi.encodeCall(IPlatforms.resume, (platformId)), expected);
    }

    /* THE CONTRACT THAT KEEPS DEMANDS */

    function testFuzz_appointDemands_once(address first, address second) public {
        vm.assume(first != address(0) && second != address(0));
        platforms = new Platforms(address(access), asset, settlement, GENESIS, EPOCH);
        platforms.admit(operator, stranger, "");
        bytes memory zero = abi.encodePacked(IPlatforms.ZeroDemands.selector);
        refuse(address(this), abi.encodeCall(IPlatforms.appointDemands, (address(0))), zero);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.DemandsAppointed(first);
        platforms.appointDemands(first);
        vm.assertEq(platforms.demands(), first);
        bytes memory expected = abi.encodeWithSelector(IPlatforms.DemandsAlreadyAppointed.selector, first);
        refuse(address(this), abi.encodeCall(IPlatforms.appointDemands, (second)), expected);
        refuse(address(this), abi.encodeCall(IPlatforms.appointDemands, (address(0))), zero);
    }

    function test_clock_and_parts() public {
        vm.expectEmit(true, true, true, true);
        emit EpochClock.ClockStarted(GENESIS, EPOCH);
        Platforms one = new Platforms(address(access), asset, settlement, GENESIS, EPOCH);
        vm.assertEq(one.authority(), address(access));
        vm.assertEq(address(one.asset()), address(asset));
        vm.assertEq(address(one.settlement()), address(settlement));
        vm.assertEq(one.genesis(), GENESIS);
        vm.assertEq(one.epochLength(), EPOCH);
        vm.assertEq(one.minBond(), 10_000e6);
        vm.assertEq(one.demands(), address(0));
    }

    function test_parts_of_demands() public {
        Demands one = new Demands(platforms, settlement);
        vm.assertEq(address(one.platforms()), address(platforms));
        vm.assertEq(address(one.settlement()), address(settlement));
        vm.assertEq(one.genesis(), GENESIS);
        vm.assertEq(one.epochLength(), EPOCH);
    }

    /* WHERE THE PLATFORM ANSWERS */

    function testFuzz_setEndpoint(string calldata endpoint) public {
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.PlatformEndpointSet(platformId, endpoint);
        vm.prank(operator);
        platforms.setEndpoint(platformId, endpoint);
    }

    function testFuzz_setMirrors(string[8] memory uris, uint256 count) public {
        string[] memory mirrors = new string[](bound(count, 0, 8));
        for (uint256 i; i < mirrors.length; ++i) mirrors[i] = uris[i];
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.PlatformMirrorsSet(platformId, mirrors);
        vm.prank(operator);
        platforms.setMirrors(platformId, mirrors);
    }

    function testFuzz_setMirrors_refuses_more_than_eight(uint256 count) public {
        count = bound(count, 9, 100);
        refuse(
            operator,
            abi.encodeCall(IPlatforms.setMirrors, (platformId, new string[](count))),
            abi.encodeWithSelector(IPlatforms.TooManyMirrors.selector, count, 8)
        );
    }

    function testFuzz_operator_only(address caller) public {
        vm.assume(caller != operator);
        bytes memory expected = abi.encodeWithSelector(IPlatforms.NotOperator.selector, platformId, caller);
        refuse(caller, abi.encodeCall(IPlatforms.setEndpoint, (platformId, "x")), expected);
        refuse(caller, abi.encodeCall(IPlatforms.setMirrors, (platformId, new string[](1))), expected);
        refuse(caller, abi.encodeCall(IPlatforms.setSigner, (platformId, stranger, 9)), expected);
        refuse(caller, abi.encodeCall(IPlatforms.offerOperator, (platformId, caller)), expected);
        refuse(caller, abi.encodeCall(IPlatforms.requestWithdrawal, (platformId, 1)), expected);
        refuse(caller, abi.encodeCall(IPlatforms.withdrawBond, (platformId)), expected);
    }
}
