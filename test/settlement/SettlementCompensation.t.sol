// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ISettlement, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {AssetTransfers} from "../../contracts/shared/AssetTransfers.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {ShortToken} from "../support/ShortToken.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice What bonds pay for receipts that were not settled. A receipt over sales of 1,000,000 owes 15,000 to the model's owner,
/// 75,000 to the pot, 50,000 to its recommender and 6,000 to the commune: 146,000.
contract SettlementCompensationTest is SettlementTest {
    uint256 private constant OWED = 146_000;

    function setUp() public override {
        super.setUp();
        vm.prank(address(platforms));
        asset.approve(address(settlement), type(uint256).max);
        toEpoch(3);
    }

    /* WHAT A RECEIPT OWES */

    function test_owedFor() public view {
        vm.assertEq(settlement.owedFor(usual()), OWED);
    }

    /// Nobody was promised other shares than those of today.
    function test_owedFor_without_statement_follows_the_shares_in_force() public {
        settlement.setShares(500, 3_000, 10);
        vm.assertEq(settlement.owedFor(usual()), 7_500 + 45_000 + 50_000 + 1_000);
    }

    /// The commune's share is not kept with a statement: it was paid when that was posted.
    function test_owedFor_with_statement_keeps_its_shares() public {
        toEpoch(2);
        commit(oneReceipt(1, 5));
        settlement.setShares(500, 3_000, 10);
        vm.assertEq(settlement.owedFor(usual()), 15_000 + 75_000 + 50_000 + 1_000);
        Receipt memory other = usual();
        other.epoch = 2;
        vm.assertEq(settlement.owedFor(other), 7_500 + 45_000 + 50_000 + 1_000);
        (other.epoch, other.platformId) = (1, platformId + 1);
        vm.assertEq(settlement.owedFor(other), 7_500 + 45_000 + 50_000 + 1_000);
    }

    function testFuzz_owedFor_any_receipt(Receipt memory any) public view {
        uint256 owed = uint256(any.fee) / 10 + uint256(any.fee) / 2 + any.commission;
        vm.assertEq(settlement.owedFor(any), owed + (uint256(any.sales) * 60) / 10_000);
    }

    /* WHO RECEIVES IT */

    function test_compensate_pays_everybody_in_full() public {
        Receipt memory r = usual();
        ISettlement.Compensation memory paid = whole();
        expectCompensated(r, OWED, paid);
        compensate(r, OWED);
        vm.assertEq(settlement.creditOf(expert), 15_000);
        vm.assertEq(settlement.potOf(lotId), 75_000);
        vm.assertEq(settlement.nominatedOf(lotId, 1), 150_000);
        vm.assertEq(settlement.creditOf(alicePayout), 50_000);
        vm.assertEq(settlement.communeAccrued(3), 6_000);
        vm.assertEq(settlement.auditFundAccrued(), 0);
        vm.assertEq(asset.balanceOf(address(settlement)), OWED);
        vm.assertEq(asset.balanceOf(address(platforms)), PLATFORM_BOND - OWED);
    }

    function test_compensate_pays_each_his_part_of_less() public {
        Receipt memory r = usual();
        ISettlement.Compensation memory paid = whole();
        // A third, each rounded down; what that leaves is nobody's.
        (paid.expertShare, paid.potShare, paid.commission, paid.communeShare) = (4_999, 24_999, 16_666, 1_999);
        (paid.nominatedFees, paid.nominated, paid.auditShare) = (49_999, 49_999, 3);
        expectCompensated(r, 48_666, paid);
        compensate(r, 48_666);
        vm.assertEq(settlement.auditFundAccrued(), 3);
        vm.assertEq(settlement.communeAccrued(3), 1_999);
        vm.assertEq(asset.balanceOf(address(settlement)), 48_666);
    }

    function test_compensate_adds_to_what_was_nominated() public {
        compensate(usual(), OWED);
        Receipt memory r = usual();
        r.orderId = "another";
        ISettlement.Compensation memory paid = whole();
        paid.nominated = 300_000;
        expectCompensated(r, OWED, paid);
        compensate(r, OWED);
        vm.assertEq(settlement.nominatedOf(lotId, 1), 300_000);
        vm.assertEq(settlement.potOf(lotId), 150_000);
    }

    function test_compensate_adds_to_what_was_opened() public {
        Receipt[] memory receipts = threeReceipts(1);
        toEpoch(2);
        settle(receipts);
        openLot(receipts, lotId);
        openNominee(receipts, lotId, 1);
        (uint256 pot, uint256 nominated) = (settlement.potOf(lotId), settlement.nominatedOf(lotId, 1));
        uint128 remaining = settlement.statementOf(platformId, 1).remaining;
        compensate(usual(), OWED);
        vm.assertEq(settlement.potOf(lotId), pot + 75_000);
        vm.assertEq(settlement.nominatedOf(lotId, 1), nominated + 150_000);
        vm.assertEq(settlement.statementOf(platformId, 1).remaining, remaining);
    }

    function test_compensate_without_nominee() public {
        Receipt memory r = usual();
        r.nomineeId = 0;
        ISettlement.Compensation memory paid = whole();
        (paid.nomineeId, paid.nominatedFees, paid.nominated) = (0, 0, 0);
        expectCompensated(r, OWED, paid);
        compensate(r, OWED);
        vm.assertEq(settlement.nominatedOf(lotId, 0), 0);
        vm.assertEq(settlement.potOf(lotId), 75_000);
    }

    /// A commission without a recommender is a mistake of the platform and nobody's money.
    function test_compensate_without_recommender() public {
        Receipt memory r = usual();
        r.recommenderId = 0;
        ISettlement.Compensation memory paid = whole();
        (paid.recommenderId, paid.payout, paid.commission, paid.auditShare) = (0, address(0), 0, 50_000);
        expectCompensated(r, OWED, paid);
        compensate(r, OWED);
        vm.assertEq(settlement.auditFundAccrued(), 50_000);
    }

    function testFuzz_compensate_unknown_recommenders(uint32 recommenderId) public {
        vm.assume(recommenderId > 2);
        Receipt memory r = usual();
        r.recommenderId = recommenderId;
        ISettlement.Compensation memory paid = whole();
        (paid.recommenderId, paid.payout, paid.commission, paid.auditShare) = (recommenderId, address(0), 0, 50_000);
        expectCompensated(r, OWED, paid);
        compensate(r, OWED);
        vm.assertEq(settlement.auditFundAccrued(), 50_000);
    }

    function test_compensate_pays_where_the_payout_is_then() public {
        vm.prank(alice);
        recommenders.setPayout(stranger);
        compensate(usual(), OWED);
        vm.assertEq(settlement.creditOf(stranger), 50_000);
    }

    function test_compensate_pays_whoever_owns_the_model_then() public {
        vm.prank(expert);
        models.transferFrom(expert, stranger, modelId);
        compensate(usual(), OWED);
        vm.assertEq(settlement.creditOf(stranger), 15_000);
    }

    /// Whatever a platform signed must not keep it from being slashed. Ids are 0 … lotCount − 1.
    function testFuzz_compensate_unknown_lots(uint32 unknown) public {
        unknown = uint32(bound(unknown, commodities.lotCount(), type(uint32).max));
        refuseNothingFor(unknown);
    }

    function test_compensate_the_lot_that_is_offered_next() public {
        refuseNothingFor(commodities.lotCount());
    }

    function test_compensate_the_first_lot() public {
        vm.assertEq(lotId, 0);
        compensate(usual(), OWED);
        vm.assertEq(settlement.potOf(0), 75_000);
    }

    function testFuzz_compensate_every_known_lot(uint8 more) public {
        for (uint256 i; i < more % 4; ++i)
            offerLot(commodityId, bytes20(bytes.concat("N-", bytes1(uint8(65 + i)))), 3, 1);
        Receipt memory r = usual();
        r.lotId = commodities.lotCount() - 1;
        compensate(r, OWED);
        vm.assertEq(settlement.potOf(r.lotId), 75_000);
        vm.assertEq(settlement.nominatedOf(r.lotId, 1), 150_000);
    }

    /* LATE */

    function test_compensate_in_the_last_second_of_scoring_goes_to_the_pot() public {
        vm.warp(settlement.epochStart(CLAIMING) - 1);
        compensate(usual(), OWED);
        vm.assertEq(settlement.potOf(lotId), 75_000);
        vm.assertEq(settlement.nominatedOf(lotId, 1), 150_000);
    }

    function test_compensate_after_scoring_goes_to_the_carry() public {
        toEpoch(CLAIMING);
        ISettlement.Compensation memory paid = whole();
        (paid.late, paid.nomineeId, paid.nominatedFees, paid.nominated) = (true, 0, 0, 0);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.CarryAdded(commodityId, lotId, 75_000, 75_000);
        expectCompensated(usual(), OWED, paid);
        compensate(usual(), OWED);
        vm.assertEq(settlement.potOf(lotId), 0);
        vm.assertEq(settlement.nominatedOf(lotId, 1), 0);
        (uint256 carry, uint32 since) = settlement.carryOf(commodityId);
        vm.assertEq(carry, 75_000);
        vm.assertEq(since, 1);
        vm.assertEq(settlement.communeAccrued(CLAIMING), 6_000);
    }

    /* PARTS */

    /// Every unit that comes in is credited to somebody.
    function testFuzz_compensate_parts_sum_to_the_amount(Receipt memory r, uint256 amount, uint8 kind) public {
        (r.platformId, r.epoch) = (platformId, 1);
        if (kind & 1 == 0) r.lotId = lotId;
        if (kind & 2 == 0) r.recommenderId %= 3;
        if (kind & 4 == 0) toEpoch(CLAIMING);
        uint256 owed = settlement.owedFor(r);
        vm.assume(owed > 0);
        amount = bound(amount, 0, owed);
        asset.drip(address(platforms), amount);
        compensate(r, amount);
        vm.assertEq(credited(r), amount);
        vm.assertEq(asset.balanceOf(address(settlement)), amount);
    }

    /// Nobody gets more than the receipt owed him, nor more than his part.
    function testFuzz_compensate_parts_are_proportional(uint72 sales, uint256 amount) public {
        Receipt memory r = receipt(1, 1, lotId, uint72(bound(sales, 1, 1e21)), 1, 1);
        uint256 owed = settlement.owedFor(r);
        amount = bound(amount, 0, owed);
        asset.drip(address(platforms), amount);
        compensate(r, amount);
        vm.assertEq(settlement.creditOf(expert), ((uint256(r.fee) / 10) * amount) / owed);
        vm.assertEq(settlement.potOf(lotId), ((uint256(r.fee) / 2) * amount) / owed);
        vm.assertEq(settlement.creditOf(alicePayout), (r.commission * amount) / owed);
        vm.assertEq(settlement.nominatedOf(lotId, 1), (r.fee * amount) / owed);
        // Half of what is nominated is in the pot, as with openings.
        vm.assertLe(settlement.nominatedOf(lotId, 1), 2 * settlement.potOf(lotId) + 3);
        vm.assertLe(settlement.auditFundAccrued(), 3);
    }

    /* REFUSALS */

    function testFuzz_compensate_platforms_only(address caller) public {
        vm.assume(caller != address(platforms));
        assertRefused(
            caller,
            address(settlement),
            abi.encodeCall(ISettlement.compensate, (usual(), OWED)),
            abi.encodeWithSelector(ISettlement.NotPlatforms.selector, caller)
        );
    }

    function testFuzz_compensate_refuses_more_than_owed(uint256 amount) public {
        amount = bound(amount, OWED + 1, type(uint256).max);
        refuse(usual(), amount, abi.encodeWithSelector(ISettlement.CompensationTooHigh.selector, amount, OWED));
    }

    function test_compensate_refuses_without_money() public {
        vm.prank(address(platforms));
        asset.approve(address(settlement), OWED - 1);
        refuse(
            usual(),
            OWED,
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(settlement),
                OWED - 1,
                OWED
            )
        );
    }

    function test_compensate_refuses_a_token_with_a_fee() public {
        ShortToken token = new ShortToken();
        deploySettlement(token);
        token.drip(address(platforms), OWED);
        vm.prank(address(platforms));
        token.approve(address(settlement), OWED);
        refuse(usual(), OWED, abi.encodeWithSelector(AssetTransfers.ShortTransfer.selector, OWED, OWED - 1));
    }

    /* HELPERS */

    function usual() private view returns (Receipt memory) {
        return receipt(7, 1, lotId, 1_000_000, 1, 1);
    }

    /// @dev What the usual receipt pays when the bond holds it all.
    function whole() private view returns (ISettlement.Compensation memory paid) {
        (paid.expert, paid.expertShare, paid.potShare) = (expert, 15_000, 75_000);
        (paid.nomineeId, paid.nominatedFees, paid.nominated) = (1, 150_000, 150_000);
        (paid.recommenderId, paid.payout, paid.commission) = (1, alicePayout, 50_000);
        paid.communeShare = 6_000;
    }

    function compensate(Receipt memory r, uint256 amount) private {
        vm.prank(address(platforms));
        settlement.compensate(r, amount);
    }

    function expectCompensated(Receipt memory r, uint256 amount, ISettlement.Compensation memory paid) private {
        bytes32 digest = settlement.receiptDigest(r);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.Compensated(platformId, 1, r.lotId, digest, amount, paid);
    }

    /// @dev Expert, pot and nomination go to the audit fund; recommender and commune are paid.
    function refuseNothingFor(uint32 unknown) private {
        Receipt memory r = usual();
        r.lotId = unknown;
        ISettlement.Compensation memory paid;
        (paid.recommenderId, paid.payout, paid.commission) = (1, alicePayout, 50_000);
        (paid.communeShare, paid.auditShare) = (6_000, 90_000);
        expectCompensated(r, OWED, paid);
        compensate(r, OWED);
        vm.assertEq(settlement.nominatedOf(unknown, 1), 0);
        vm.assertEq(settlement.potOf(unknown), 0);
        vm.assertEq(settlement.auditFundAccrued(), 90_000);
    }

    /// @dev Everything that the settlement owes after one compensation.
    function credited(Receipt memory r) private view returns (uint256 sum) {
        (uint256 carry, ) = settlement.carryOf(commodityId);
        sum = settlement.creditOf(expert) + settlement.potOf(r.lotId) + carry;
        sum += settlement.creditOf(alicePayout) + settlement.creditOf(bobPayout);
        sum += settlement.communeAccrued(settlement.currentEpoch()) + settlement.auditFundAccrued();
    }

    function refuse(Receipt memory r, uint256 amount, bytes memory expected) private {
        assertRefused(
            address(platforms),
            address(settlement),
            abi.encodeCall(ISettlement.compensate, (r, amount)),
            expected
        );
    }
}
