// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IPlatforms, Platform} from "../../contracts/platforms/IPlatforms.sol";
import {ISettlement} from "../../contracts/settlement/ISettlement.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract BondsTest is PlatformsTest {
    /* DEPOSITS */

    function testFuzz_depositBond(address from, uint72 amount) public {
        vm.assume(from != address(0) && from != address(platforms));
        amount = uint72(bound(amount, 0, type(uint72).max - PLATFORM_BOND));
        fund(from);
        uint256 before = asset.balanceOf(from);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.BondDeposited(platformId, from, amount, PLATFORM_BOND + amount);
        vm.prank(from);
        platforms.depositBond(platformId, amount);
        vm.assertEq(platform().bond, PLATFORM_BOND + amount);
        vm.assertEq(asset.balanceOf(from), before - amount);
        vm.assertEq(asset.balanceOf(address(platforms)), PLATFORM_BOND + amount);
    }

    function testFuzz_depositBond_refuses_more_than_fits(uint72 amount) public {
        amount = uint72(bound(amount, type(uint72).max - PLATFORM_BOND + 1, type(uint72).max));
        refuse(operator, abi.encodeCall(IPlatforms.depositBond, (platformId, amount)), panic(0x11));
    }

    function test_depositBond_refuses_without_allowance() public {
        refuse(
            stranger,
            abi.encodeCall(IPlatforms.depositBond, (platformId, 7)),
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(platforms), 0, 7)
        );
    }

    /* WITHDRAWALS */

    function testFuzz_requestWithdrawal(uint72 amount, uint32 epoch) public {
        amount = uint72(bound(amount, 1, PLATFORM_BOND));
        epoch = uint32(bound(epoch, 0, 100_000));
        toEpoch(epoch);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.BondWithdrawalRequested(platformId, amount, epoch + 12);
        request(amount);
        vm.assertEq(platform().leaving, amount);
        vm.assertEq(platform().leaveEpoch, epoch + 12);
        vm.assertEq(platform().bond, PLATFORM_BOND);
    }

    function test_requestWithdrawal_replaces_and_cancels() public {
        request(5e6);
        toEpoch(3);
        request(7e6);
        vm.assertEq(platform().leaving, 7e6);
        vm.assertEq(platform().leaveEpoch, 15);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.BondWithdrawalRequested(platformId, 0, 0);
        request(0);
        vm.assertEq(platform().leaving, 0);
        vm.assertEq(platform().leaveEpoch, 0);
        toEpoch(15);
        refuseWithdrawal(abi.encodeWithSelector(IPlatforms.NoWithdrawalRequested.selector, platformId));
    }

    function testFuzz_requestWithdrawal_refuses_more_than_there_is(uint72 amount) public {
        amount = uint72(bound(amount, PLATFORM_BOND + 1, type(uint72).max));
        refuse(
            operator,
            abi.encodeCall(IPlatforms.requestWithdrawal, (platformId, amount)),
            abi.encodeWithSelector(IPlatforms.BondExceeded.selector, amount, PLATFORM_BOND)
        );
    }

    function testFuzz_withdrawBond(uint72 amount) public {
        amount = uint72(bound(amount, 1, PLATFORM_BOND));
        request(amount);
        toEpoch(12);
        vm.warp(block.timestamp - 1);
        refuseWithdrawal(abi.encodeWithSelector(IPlatforms.WithdrawalNotDue.selector, platformId, 12));
        vm.warp(block.timestamp + 1);
        uint256 before = asset.balanceOf(operator);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.BondWithdrawn(platformId, operator, amount, PLATFORM_BOND - amount);
        vm.prank(operator);
        vm.assertEq(platforms.withdrawBond(platformId), amount);
        vm.assertEq(asset.balanceOf(operator), before + amount);
        Platform memory one = platform();
        vm.assertEq(one.bond, PLATFORM_BOND - amount);
        vm.assertEq(one.leaving, 0);
        vm.assertEq(one.leaveEpoch, 0);
        refuseWithdrawal(abi.encodeWithSelector(IPlatforms.NoWithdrawalRequested.selector, platformId));
    }

    function test_withdrawBond_waits_for_open_cases() public {
        request(PLATFORM_BOND);
        toEpoch(11);
        vm.prank(operator);
        platforms.setEndpoint(platformId, "still here");
        challenge(receipt(1, 9, lotId, 1e6, 1, 1));
        challenge(receipt(2, 9, lotId, 1e6, 1, 1));
        toEpoch(12);
        refuseWithdrawal(abi.encodeWithSelector(IPlatforms.CasesOpen.selector, platformId, 2));
        platforms.slashReceipt(receipt(1, 9, lotId, 1e6, 1, 1));
        refuseWithdrawal(abi.encodeWithSelector(IPlatforms.CasesOpen.selector, platformId, 1));
        platforms.slashReceipt(receipt(2, 9, lotId, 1e6, 1, 1));
        uint256 left = platform().bond;
        vm.assertLt(left, PLATFORM_BOND);
        vm.prank(operator);
        vm.assertEq(platforms.withdrawBond(platformId), left);
        vm.assertEq(platform().bond, 0);
    }

    /* COVER */

    function testFuzz_coverOf(uint72 leaving, uint32 requestedIn, uint32 epoch) public {
        leaving = uint72(bound(leaving, 0, PLATFORM_BOND));
        requestedIn = uint32(bound(requestedIn, 0, 1_000));
        toEpoch(requestedIn);
        request(leaving);
        bool leavesBefore = leaving > 0 && uint256(requestedIn) + 12 < uint256(epoch) + 9;
        vm.assertEq(platforms.coverOf(platformId, epoch), leavesBefore ? PLATFORM_BOND - leaving : PLATFORM_BOND);
    }

    function test_coverOf_is_zero_when_slashes_left_less_than_is_leaving() public {
        request(PLATFORM_BOND);
        toEpoch(3);
        slash(lost(1));
        vm.assertEq(platforms.coverOf(platformId, 3), platform().bond);
        vm.assertEq(platforms.coverOf(platformId, 4), 0);
    }

    /// A request in epoch 0 counts against statements of epoch 4 and later, whose leaves can be demanded until epoch 13 and later.
    function test_statements_need_what_stays() public {
        request(PLATFORM_BOND - 10_000e6 + 1);
        record(3, "");
        record(4, abi.encodeWithSelector(IPlatforms.BondTooLow.selector, platformId, 10_000e6 - 1, 10_000e6));
        platforms.depositBond(platformId, 1);
        record(4, "");
        toEpoch(12);
        vm.prank(operator);
        platforms.withdrawBond(platformId);
        vm.assertEq(platform().bond, 10_000e6);
        record(11, "");
    }

    /* STATEMENTS */

    function testFuzz_recordStatement_settlement_only(address caller) public {
        vm.assume(caller != address(settlement));
        refuse(
            caller,
            abi.encodeCall(IPlatforms.recordStatement, (platformId, operator, 1)),
            abi.encodeWithSelector(IPlatforms.NotSettlement.selector, caller)
        );
    }

    function testFuzz_recordStatement(uint32 epoch) public {
        epoch = uint32(bound(epoch, 0, type(uint32).max - 1));
        vm.prank(address(settlement));
        platforms.recordStatement(platformId, operator, epoch);
        vm.assertEq(platform().statementsUntil, epoch + 1);
    }

    function testFuzz_recordStatement_refuses(uint32 unknown, address other) public {
        vm.assume(unknown != platformId && other != operator);
        refuse(
            address(settlement),
            abi.encodeCall(IPlatforms.recordStatement, (unknown, operator, 1)),
            abi.encodeWithSelector(IPlatforms.PlatformNotAdmitted.selector, unknown)
        );
        refuse(
            address(settlement),
            abi.encodeCall(IPlatforms.recordStatement, (platformId, other, 1)),
            abi.encodeWithSelector(IPlatforms.NotOperator.selector, platformId, other)
        );
        vm.warp(settlement.epochStart(2));
        platforms.suspend(platformId);
        record(3, abi.encodeWithSelector(IPlatforms.PlatformIsSuspended.selector, platformId));
        platforms.resume(platformId);
        record(3, "");
    }

    /// To the second: an epoch that had begun is settled.
    function testFuzz_recordStatement_of_what_was_sold_before_a_suspension(uint48 time, uint32 epoch) public {
        epoch = uint32(bound(epoch, 1, 9));
        time = uint48(bound(time, settlement.epochStart(epoch) - 1, settlement.epochStart(epoch + 2)));
        vm.warp(time);
        platforms.suspend(platformId);
        vm.warp(settlement.epochStart(epoch + 2) + 1);
        bool isLate = time < settlement.epochStart(epoch);
        bytes memory refused = abi.encodeWithSelector(IPlatforms.PlatformIsSuspended.selector, platformId);
        record(epoch, isLate ? refused : bytes(""));
    }

    function testFuzz_recordStatement_refuses_a_low_bond(uint72 bond) public {
        bond = uint72(bound(bond, 0, 10_000e6 - 1));
        platformId = platforms.admit(operator, stranger, "");
        platforms.depositBond(platformId, bond);
        record(1, abi.encodeWithSelector(IPlatforms.BondTooLow.selector, platformId, bond, 10_000e6));
        platforms.depositBond(platformId, 10_000e6 - bond);
        record(1, "");
    }

    /* THE LEAST BOND */

    function testFuzz_setMinBond_after_five_epochs(uint72 amount, uint32 epoch) public {
        amount = uint72(bound(amount, 1e8, 1e12));
        epoch = uint32(bound(epoch, 0, 100_000));
        toEpoch(epoch);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.MinBondSet(amount, epoch + 5);
        platforms.setMinBond(amount);
        vm.assertEq(platforms.minBond(), 10_000e6);
        toEpoch(epoch + 5);
        vm.warp(block.timestamp - 1);
        vm.assertEq(platforms.minBond(), 10_000e6);
        toEpoch(epoch + 5);
        vm.assertEq(platforms.minBond(), amount);
    }

    /// Whoever is told another amount before the first is in force has five epochs again, with what was in force until then.
    function test_setMinBond_again() public {
        platforms.setMinBond(20_000e6);
        toEpoch(4);
        platforms.setMinBond(30_000e6);
        toEpoch(8);
        vm.assertEq(platforms.minBond(), 10_000e6);
        toEpoch(9);
        vm.assertEq(platforms.minBond(), 30_000e6);
        platforms.setMinBond(5_000e6);
        toEpoch(13);
        vm.assertEq(platforms.minBond(), 30_000e6);
        toEpoch(14);
        vm.assertEq(platforms.minBond(), 5_000e6);
    }

    function testFuzz_setMinBond_refuses_outside_its_limits(uint72 amount) public {
        vm.assume(amount < 1e8 || amount > 1e12);
        refuse(
            address(this),
            abi.encodeCall(IPlatforms.setMinBond, (amount)),
            abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, bytes32("minBond"), amount, 1e8, 1e12)
        );
    }

    /* THE AUDIT FUND */

    function test_collectAudit() public {
        toEpoch(3);
        slash(lost(1));
        uint256 accrued = platform().auditAccrued;
        vm.assertEq(accrued, LEAST_PENALTY / 2);
        settlement.appointRecipients(stranger, treasury);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.AuditCollected(platformId, treasury, accrued);
        vm.prank(stranger);
        vm.assertEq(platforms.collectAudit(platformId), accrued);
        vm.assertEq(asset.balanceOf(treasury), accrued);
        vm.assertEq(platform().auditAccrued, 0);
        refuseCollecting(abi.encodeWithSelector(IPlatforms.NothingToCollect.selector, platformId));
    }

    function test_collectAudit_refuses_without_recipient() public {
        toEpoch(3);
        slash(lost(1));
        settlement.appointRecipients(treasury, address(0));
        refuseCollecting(abi.encodePacked(ISettlement.NoRecipient.selector));
    }

    function test_collectAudit_refuses_nothing() public {
        refuseCollecting(abi.encodeWithSelector(IPlatforms.NothingToCollect.selector, platformId));
    }

    /* HELPERS */

    function request(uint72 amount) private {
        vm.prank(operator);
        platforms.requestWithdrawal(platformId, amount);
    }

    /// @dev Records a statement or, if an error is expected, is refused to.
    function record(uint32 epoch, bytes memory expected) private {
        if (expected.length > 0) {
            bytes memory data = abi.encodeCall(IPlatforms.recordStatement, (platformId, operator, epoch));
            return refuse(address(settlement), data, expected);
        }
        vm.prank(address(settlement));
        platforms.recordStatement(platformId, operator, epoch);
    }

    function refuseWithdrawal(bytes memory expected) private {
        refuse(operator, abi.encodeCall(IPlatforms.withdrawBond, (platformId)), expected);
    }

    function refuseCollecting(bytes memory expected) private {
        refuse(stranger, abi.encodeCall(IPlatforms.collectAudit, (platformId)), expected);
    }
}
