// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {ISettlement, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {vm} from "../support/Vm.sol";

contract SettlementUpkeepTest is SettlementTest {
    /* WITHDRAWING */

    function test_withdraw_pays_the_account_whoever_calls() public {
        Receipt[] memory receipts = threeReceipts(1);
        settle(receipts);
        openRecommender(receipts, 1);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.CreditWithdrawn(alicePayout, 100_001);
        vm.prank(stranger);
        vm.assertEq(settlement.withdraw(alicePayout), 100_001);
        vm.assertEq(asset.balanceOf(alicePayout), 100_001);
        vm.assertEq(asset.balanceOf(stranger), 0);
        vm.assertEq(settlement.creditOf(alicePayout), 0);
        assertRefused(
            abi.encodeCall(ISettlement.withdraw, (alicePayout)),
            abi.encodeWithSelector(ISettlement.NothingToWithdraw.selector, alicePayout)
        );
    }

    function test_withdraw_pays_everything_at_once() public {
        Receipt[] memory receipts = threeReceipts(1);
        settle(receipts);
        openLot(receipts, lotId);
        asset.drip(address(platforms), 146_000);
        vm.startPrank(address(platforms));
        asset.approve(address(settlement), 146_000);
        settlement.compensate(receipt(9, 1, lotId, 1_000_000, 0, 1), 146_000);
        vm.stopPrank();
        uint256 before = asset.balanceOf(expert);
        vm.assertEq(settlement.withdraw(expert), 90_000 + 15_000);
        vm.assertEq(asset.balanceOf(expert) - before, 105_000);
        vm.assertEq(settlement.withdraw(alicePayout), 50_000);
        settlement.collectCommune(3);
        settlement.collectCommune(2);
        vm.assertEq(asset.balanceOf(treasury), 6_000 + 36_001);
    }

    function testFuzz_withdraw_refuses_nothing(address account) public {
        assertRefused(
            abi.encodeCall(ISettlement.withdraw, (account)),
            abi.encodeWithSelector(ISettlement.NothingToWithdraw.selector, account)
        );
    }

    /* SWEEPING */

    function test_sweepStatement_after_52_epochs() public {
        Receipt[] memory receipts = threeReceipts(1);
        settle(receipts);
        openRecommender(receipts, 1);
        uint128 remaining = settlement.statementOf(platformId, 1).remaining;
        vm.warp(settlement.epochStart(53) - 1);
        assertRefused(
            abi.encodeCall(ISettlement.sweepStatement, (platformId, 1)),
            abi.encodeWithSelector(ISettlement.StatementStillOpen.selector, platformId, 1, 53)
        );
        toEpoch(53);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.StatementSwept(platformId, 1, remaining);
        vm.prank(stranger);
        settlement.sweepStatement(platformId, 1);
        vm.assertEq(settlement.statementOf(platformId, 1).remaining, 0);
        vm.assertEq(settlement.auditFundAccrued(), remaining);
        vm.assertEq(settlement.creditOf(alicePayout), 100_001);

        settlement.sweepStatement(platformId, 1);
        vm.assertEq(settlement.auditFundAccrued(), remaining);
    }

    /* COMMUNE AND AUDIT FUND */

    function test_collectCommune_pays_an_epoch_once() public {
        commit(threeReceipts(1));
        uint256 before = asset.balanceOf(treasury);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.CommuneCollected(2, treasury, 36_001);
        vm.prank(stranger);
        settlement.collectCommune(2);
        vm.assertEq(asset.balanceOf(treasury) - before, 36_001);
        vm.assertEq(settlement.communeAccrued(2), 0);
        settlement.collectCommune(2);
        vm.assertEq(asset.balanceOf(treasury) - before, 36_001);
    }

    function test_collectCommune_refuses_without_recipient() public {
        commit(threeReceipts(1));
        settlement.appointRecipients(address(0), treasury);
        assertRefused(
            abi.encodeCall(ISettlement.collectCommune, (2)),
            abi.encodePacked(ISettlement.NoRecipient.selector)
        );
        settlement.appointRecipients(bob, treasury);
        settlement.collectCommune(2);
        vm.assertEq(asset.balanceOf(bob), 36_001);
    }

    function test_collectAuditFund_pays_once() public {
        settle(threeReceipts(1));
        toEpoch(53);
        settlement.sweepStatement(platformId, 1);
        uint256 before = asset.balanceOf(treasury);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.AuditFundCollected(treasury, 790_004);
        vm.prank(stranger);
        settlement.collectAuditFund();
        vm.assertEq(asset.balanceOf(treasury) - before, 790_004);
        vm.assertEq(settlement.auditFundAccrued(), 0);
        settlement.collectAuditFund();
        vm.assertEq(asset.balanceOf(treasury) - before, 790_004);
    }

    function test_collectAuditFund_refuses_without_recipient() public {
        settlement.appointRecipients(treasury, address(0));
        assertRefused(
            abi.encodeCall(ISettlement.collectAuditFund, ()),
            abi.encodePacked(ISettlement.NoRecipient.selector)
        );
    }

    /* EXPIRY OF CARRY */

    /// Lots 2 and 3 were there when the carry arose; lots 4 … 7 follow it, and lot 7 is over in 16.
    function test_expireCarry_after_four_lots() public {
        topUp(commodityId);
        toEpoch(4);
        offerLot(commodityId, "LOT-2", 4, 1);
        uint32 third = offerLot(commodityId, "LOT-3", 4, 1);
        carry(1e6);
        offerLot(commodityId, "LOT-4", 8, 1);
        offerLot(commodityId, "LOT-5", 8, 1);
        uint32 sixth = offerLot(commodityId, "LOT-6", 8, 1);
        uint32 seventh = offerLot(commodityId, "LOT-7", 10, 1);
        bytes memory expected = abi.encodeWithSelector(ISettlement.CarryStillFresh.selector, commodityId, 3);
        vm.warp(settlement.epochStart(16) - 1);
        assertRefused(abi.encodeCall(ISettlement.expireCarry, (commodityId, third)), expected);
        assertRefused(abi.encodeCall(ISettlement.expireCarry, (commodityId, sixth)), expected);
        assertRefused(abi.encodeCall(ISettlement.expireCarry, (commodityId, seventh)), expected);
        toEpoch(16);
        assertRefused(abi.encodeCall(ISettlement.expireCarry, (commodityId, sixth)), expected);

        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.CarryExpired(commodityId, 1e6);
        vm.prank(stranger);
        settlement.expireCarry(commodityId, seventh);
        (uint256 left, ) = settlement.carryOf(commodityId);
        vm.assertEq(left, 0);
        vm.assertEq(settlement.auditFundAccrued(), 1e6);
    }

    /// Lots 2 … 5 follow the carry, but lot 2 draws on it: lots 6 … 9 have to follow that.
    function test_expireCarry_counts_from_the_last_draw() public {
        topUp(commodityId);
        carry(1e6);
        uint32 second = offerLot(commodityId, "LOT-2", 8, 1);
        for (uint160 i = 3; i < 6; ++i)
            offerLot(commodityId, bytes20(bytes.concat("LOT-", bytes1(uint8(48 + i)))), 8, 1);
        Receipt[] memory receipts = oneReceipt(8, 1_000_000);
        receipts[0].lotId = second;
        settle(receipts);
        openLot(receipts, second);
        toEpoch(20);
        vm.prank(address(evaluations));
        settlement.takePot(second);
        assertRefused(
            abi.encodeCall(ISettlement.expireCarry, (commodityId, second + 3)),
            abi.encodeWithSelector(ISettlement.CarryStillFresh.selector, commodityId, 5)
        );
        uint32 ninth;
        for (uint160 i = 6; i < 10; ++i)
            ninth = offerLot(commodityId, bytes20(bytes.concat("LOT-", bytes1(uint8(48 + i)))), 20, 1);
        toEpoch(26);
        settlement.expireCarry(commodityId, ninth);
        vm.assertEq(settlement.auditFundAccrued(), 1e6 - 75_000);
    }

    function test_expireCarry_refuses_lots_of_other_commodities() public {
        carry(1e6);
        uint32 other = listCommodity(modelId);
        topUp(other);
        uint32 witness;
        toEpoch(8);
        for (uint160 i = 1; i < 7; ++i)
            witness = offerLot(other, bytes20(bytes.concat("LOT-", bytes1(uint8(48 + i)))), 8, 1);
        toEpoch(30);
        assertRefused(
            abi.encodeCall(ISettlement.expireCarry, (commodityId, witness)),
            abi.encodeWithSelector(ISettlement.CarryStillFresh.selector, commodityId, 1)
        );
    }

    function test_expireCarry_of_a_retired_commodity() public {
        carry(1e6);
        uint32 last = offerLot(commodityId, "LOT-2", CLAIMING, 1);
        vm.prank(producer);
        commodities.retire(commodityId);
        vm.warp(settlement.epochStart(14) - 1);
        assertRefused(
            abi.encodeCall(ISettlement.expireCarry, (commodityId, last)),
            abi.encodeWithSelector(ISettlement.CarryStillFresh.selector, commodityId, 1)
        );
        toEpoch(14);
        settlement.expireCarry(commodityId, type(uint32).max);
        vm.assertEq(settlement.auditFundAccrued(), 1e6);
    }

    function test_expireCarry_of_nothing() public {
        vm.prank(producer);
        commodities.retire(commodityId);
        toEpoch(8);
        settlement.expireCarry(commodityId, 0);
        vm.assertEq(settlement.auditFundAccrued(), 0);
    }

    function test_expireCarry_refuses_unknown() public {
        assertRefused(
            abi.encodeCall(ISettlement.expireCarry, (9, 0)),
            abi.encodeWithSelector(ICommodities.UnknownCommodity.selector, 9)
        );
        assertRefused(
            abi.encodeCall(ISettlement.expireCarry, (commodityId, 9)),
            abi.encodeWithSelector(ICommodities.UnknownLot.selector, 9)
        );
    }

    /// @dev A bond for many open lots.
    function topUp(uint32 id) private {
        vm.prank(producer);
        commodities.topUpBond(id, 10_000e6);
    }

    /// @dev Carry from lot 1, at the start of epoch 8, seen from the beginning.
    function carry(uint96 amount) private {
        asset.drip(address(evaluations), amount);
        toEpoch(CLAIMING);
        vm.prank(address(evaluations));
        settlement.returnToCarry(lotId, amount);
    }
}
