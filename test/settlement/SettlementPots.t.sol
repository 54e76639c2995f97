// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {ISettlement, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {Trees} from "../support/Trees.sol";
import {InnerTree} from "../../contracts/settlement/SumTree.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Lot 1 (ordinal 1) closes in epoch 6 and is over in 8, lot 2 (ordinal 2) is sold in 8 and over in 14.
contract SettlementPotsTest is SettlementTest {
    uint32 private constant NEXT_SALE = 8;
    uint32 private constant NEXT_CLAIMING = 14;

    uint32 private next;

    function setUp() public override {
        super.setUp();
        toEpoch(4);
        next = offerLot(commodityId, "LOT-2", NEXT_SALE, 1);
        vm.warp(GENESIS);
        vm.prank(address(evaluations));
        asset.approve(address(settlement), type(uint256).max);
    }

    /* POTS */

    function test_pot_grows_by_every_opening() public {
        uint256 expected;
        for (uint32 epoch = 1; epoch < 4; ++epoch) {
            Receipt[] memory receipts = oneReceipt(epoch, 1_000_000 * uint72(epoch));
            settle(receipts);
            openLot(receipts, lotId);
            expected += 75_000 * epoch;
            vm.assertEq(settlement.potOf(lotId), expected);
        }
    }

    function test_takePot_pays_the_evaluations_contract_once() public {
        fillPot(1_000_000);
        toEpoch(CLAIMING);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.PotTaken(lotId, 75_000, 0, 0);
        vm.prank(address(evaluations));
        vm.assertEq(settlement.takePot(lotId), 75_000);
        vm.assertEq(asset.balanceOf(address(evaluations)), 75_000);
        vm.assertEq(settlement.potOf(lotId), 0);

        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.PotTaken(lotId, 0, 0, 0);
        vm.prank(address(evaluations));
        vm.assertEq(settlement.takePot(lotId), 0);
        vm.assertEq(asset.balanceOf(address(evaluations)), 75_000);
    }

    function testFuzz_rounds_evaluations_only(address caller) public {
        vm.assume(caller != address(evaluations));
        fillPot(1_000_000);
        toEpoch(CLAIMING);
        bytes memory expected = abi.encodeWithSelector(ISettlement.NotEvaluations.selector, lotId, caller);
        assertRefused(caller, address(settlement), abi.encodeCall(ISettlement.takePot, (lotId)), expected);
        assertRefused(caller, address(settlement), abi.encodeCall(ISettlement.carryPot, (lotId)), expected);
        assertRefused(caller, address(settlement), abi.encodeCall(ISettlement.returnToCarry, (lotId, 1)), expected);
    }

    /// A successor runs the rounds of its own lots only.
    function test_rounds_evaluations_of_that_lot_only() public {
        commodities.appointEvaluations(stranger);
        uint32 later = offerLot(commodityId, "LOT-3", SALE, 2);
        toEpoch(CLAIMING);
        assertRefused(
            stranger,
            address(settlement),
            abi.encodeCall(ISettlement.takePot, (lotId)),
            abi.encodeWithSelector(ISettlement.NotEvaluations.selector, lotId, stranger)
        );
        refuseRound(
            abi.encodeCall(ISettlement.takePot, (later)),
            abi.encodeWithSelector(ISettlement.NotEvaluations.selector, later, address(evaluations))
        );
        vm.prank(stranger);
        settlement.takePot(later);
    }

    function testFuzz_rounds_refuse_until_scoring_is_over(uint256 time) public {
        fillPot(1_000_000);
        uint48 end = settlement.epochStart(CLAIMING);
        vm.warp(bound(time, block.timestamp, end - 1));
        bytes memory expected = abi.encodeWithSelector(ISettlement.ScoringOpen.selector, lotId, end);
        refuseRound(abi.encodeCall(ISettlement.takePot, (lotId)), expected);
        refuseRound(abi.encodeCall(ISettlement.carryPot, (lotId)), expected);
        refuseRound(abi.encodeCall(ISettlement.returnToCarry, (lotId, 1)), expected);
    }

    function test_rounds_refuse_unknown_lots() public {
        bytes memory expected = abi.encodeWithSelector(ICommodities.UnknownLot.selector, 2);
        refuseRound(abi.encodeCall(ISettlement.takePot, (2)), expected);
        refuseRound(abi.encodeCall(ISettlement.carryPot, (2)), expected);
        refuseRound(abi.encodeCall(ISettlement.returnToCarry, (2, 1)), expected);
    }

    /* CARRY: WHAT COMES IN */

    function test_carryPot() public {
        fillPot(1_000_000);
        toEpoch(CLAIMING);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.CarryAdded(commodityId, lotId, 75_000, 75_000);
        vm.prank(address(evaluations));
        vm.assertEq(settlement.carryPot(lotId), 75_000);
        vm.assertEq(settlement.potOf(lotId), 0);
        assertCarry(75_000, 2);
        vm.assertEq(asset.balanceOf(address(settlement)), 75_000 + 15_000 + 6_000);
    }

    function testFuzz_returnToCarry(uint96 amount) public {
        vm.assume(amount > 0);
        asset.drip(address(evaluations), amount);
        toEpoch(CLAIMING);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.CarryAdded(commodityId, lotId, amount, amount);
        vm.prank(address(evaluations));
        settlement.returnToCarry(lotId, amount);
        assertCarry(amount, 2);
        vm.assertEq(asset.balanceOf(address(settlement)), amount);
        vm.assertEq(asset.balanceOf(address(evaluations)), 0);
    }

    function test_openings_after_scoring_go_to_the_carry() public {
        Receipt[] memory receipts = oneReceipt(1, 1_000_000);
        settle(receipts);
        toEpoch(CLAIMING);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.CarryAdded(commodityId, lotId, 75_000, 75_000);
        InnerTree memory tree = Trees.lotTree(receipts, scopeOf(1), lotId);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.LotOpened(
            platformId,
            1,
            lotId,
            tree.root,
            tree.depth,
            expert,
            1_000_000,
            150_000,
            tree.sums.commissions(),
            1,
            15_000,
            75_000,
            true
        );
        openLot(receipts, lotId);
        vm.assertEq(settlement.potOf(lotId), 0);
        vm.assertEq(settlement.creditOf(expert), 15_000);
        assertCarry(75_000, 2);
    }

    function test_openings_in_the_last_second_of_scoring_go_to_the_pot() public {
        Receipt[] memory receipts = oneReceipt(1, 1_000_000);
        settle(receipts);
        vm.warp(settlement.epochStart(CLAIMING) - 1);
        openLot(receipts, lotId);
        vm.assertEq(settlement.potOf(lotId), 75_000);
        assertCarry(0, 0);
    }

    /* CARRY: WHAT IS DRAWN */

    /// At most what the lot's own fees brought, and at most what is there.
    function testFuzz_draw(uint72 sales, uint96 carry) public {
        vm.assume(carry > 0);
        addCarry(carry);
        Receipt[] memory receipts = nextReceipt(NEXT_SALE, uint72(bound(sales, 0, type(uint72).max / 2)));
        settle(receipts);
        uint256 share = receipts[0].fee / 2;
        uint256 drawn = share < carry ? share : carry;
        openLot(receipts, next);
        vm.assertEq(settlement.potOf(next), share);
        assertCarry(carry, 2);
        offerLot(commodityId, "LOT-3", NEXT_SALE + 3, 1);
        toEpoch(NEXT_CLAIMING);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.PotTaken(next, share, drawn, carry - drawn);
        vm.prank(address(evaluations));
        vm.assertEq(settlement.takePot(next), share + drawn);
        vm.assertEq(asset.balanceOf(address(evaluations)), share + drawn);
        assertCarry(carry - drawn, drawn > 0 ? 3 : 2);
    }

    /// Whichever statement of a lot is opened first, and whatever comes to the carry between, the winners get the same.
    function testFuzz_draw_order_of_openings_does_not_matter(uint72 a, uint72 b, uint96 carry) public {
        Receipt[] memory one = nextReceipt(NEXT_SALE, uint72(bound(a, 0, type(uint72).max / 4)));
        Receipt[] memory two = nextReceipt(NEXT_SALE + 1, uint72(bound(b, 0, type(uint72).max / 4)));
        commit(one);
        settle(two);
        uint256 state = vm.snapshotState();
        openLot(one, next);
        openLot(two, next);
        addCarry(carry);
        uint256 first = takeNext();
        uint256 left = carryAmount();
        vm.revertToState(state);
        addCarry(carry);
        openLot(two, next);
        openLot(one, next);
        vm.assertEq(takeNext(), first);
        vm.assertEq(carryAmount(), left);
        uint256 shares = one[0].fee / 2 + two[0].fee / 2;
        vm.assertEq(first, shares + (shares < carry ? shares : carry));
    }

    /// A lot without winners leaves the carry alone and adds its own pot.
    function test_draw_not_without_winners() public {
        addCarry(10_000);
        Receipt[] memory receipts = nextReceipt(NEXT_SALE, 1_000_000);
        settle(receipts);
        openLot(receipts, next);
        toEpoch(NEXT_CLAIMING);
        vm.prank(address(evaluations));
        vm.assertEq(settlement.carryPot(next), 75_000);
        assertCarry(85_000, 2);
    }

    /// Nor does a lot that sold nothing when its pot is carried.
    function test_carryPot_of_nothing_does_not_refresh_the_carry() public {
        addCarry(1e6);
        toEpoch(NEXT_SALE);
        offerLot(commodityId, "LOT-3", NEXT_SALE, 1);
        vm.prank(address(evaluations));
        vm.assertEq(settlement.carryPot(lotId), 0);
        assertCarry(1e6, 2);
    }

    /// A lot that sold nothing draws nothing and does not make the carry any fresher.
    function test_draw_of_nothing_does_not_refresh_the_carry() public {
        addCarry(1e6);
        toEpoch(NEXT_SALE);
        offerLot(commodityId, "LOT-3", NEXT_SALE, 1);
        vm.assertEq(takeNext(), 0);
        assertCarry(1e6, 2);
    }

    /* HELPERS */

    function fillPot(uint72 sales) private {
        Receipt[] memory receipts = oneReceipt(1, sales);
        settle(receipts);
        openLot(receipts, lotId);
    }

    function addCarry(uint96 amount) private {
        asset.drip(address(evaluations), amount);
        if (settlement.currentEpoch() < CLAIMING) toEpoch(CLAIMING);
        vm.prank(address(evaluations));
        settlement.returnToCarry(lotId, amount);
    }

    function takeNext() private returns (uint256) {
        toEpoch(NEXT_CLAIMING);
        vm.prank(address(evaluations));
        return settlement.takePot(next);
    }

    function nextReceipt(uint32 epoch, uint72 sales) private view returns (Receipt[] memory receipts) {
        receipts = oneReceipt(epoch, sales);
        receipts[0].lotId = next;
    }

    function refuseRound(bytes memory data, bytes memory expected) private {
        assertRefused(address(evaluations), address(settlement), data, expected);
    }

    function carryAmount() private view returns (uint256 amount) {
        (amount, ) = settlement.carryOf(commodityId);
    }

    function assertCarry(uint256 amount, uint256 since) private view {
        (uint256 held, uint32 sinceOrdinal) = settlement.carryOf(commodityId);
        vm.assertEq(held, amount);
        vm.assertEq(sinceOrdinal, since);
    }
}
