// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities, Lot, LotState} from "../../contracts/commodities/ICommodities.sol";
import {IEvaluations, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {RoundTest} from "../support/RoundTest.sol";
import {Book} from "../support/Statements.sol";
import {vm, bound} from "../support/Vm.sol";

contract EvaluationsFinalizeTest is RoundTest {
    /// @dev A quarter of the commodity bond of 500.
    uint256 private constant CHARGE = 125e6;

    /* FINAL */

    function test_finalize_makesATalliedRoundFinal() public {
        tallied(8);
        vm.expectCall(
            address(commodities),
            abi.encodeCall(ICommodities.concludeProven, (lotId, pack(pair(150, 100)), 8, 800))
        );
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundFinalized(lotId, RoundState.Final, SCORING, pair(140, 0), 0, 7_500);
        evaluations.finalize(lotId);

        Round memory round = roundOf();
        vm.assertEq(uint256(round.state), uint256(RoundState.Final));
        vm.assertEq(round.scoringEpoch, SCORING);
        vm.assertEq(round.kappaBps, 7_500);
        vm.assertEq(round.tolerances, (50 << 32) | 10);
        // Weights, and above them how far 140 and 0 lay from the consensus: one tolerance and two.
        vm.assertEq(round.basis, (256 << 48) | (4_000 << 32) | (128 << 16) | 6_000);
        vm.assertFalse(round.closed);
        Lot memory lot = commodities.lotOf(lotId);
        vm.assertEq(uint256(lot.state), uint256(LotState.Trusted));
        vm.assertEq(lot.gradeBps, 7_600);
    }

    function test_finalize_countsEffectiveReportsInHundredths() public {
        enlist(9);
        for (uint256 i; i < 9; ++i) {
            measured[reporters[i]][lotId] = pair(150, 100);
            order(reporters[i], lotId, i == 0 ? 2 * SALES : SALES, idOf(i));
        }
        Book memory book = post(START);
        uint256 heavy = book.receipts[0].fee;
        toTallied(book);
        // About (2 + 8)² / (4 + 8) = 8.33.
        uint256 effective = (100 * (heavy + 8 * FEE) ** 2) / (heavy * heavy + 8 * FEE * FEE);
        vm.assertEq(effective, 833);
        vm.expectCall(
            address(commodities),
            abi.encodeCall(ICommodities.concludeProven, (lotId, pack(pair(150, 100)), 9, effective))
        );
        evaluations.finalize(lotId);
    }

    function test_finalize_comparesWithTheLastConsensusOfAnEarlierLot() public {
        uint32 second = offerLot(commodityId, "LOT-B", START, 2);
        playToFinal(buyAll(7), 150, 100);
        // The second lot closes one epoch later and is known by nobody who measured the first.
        toEpoch(CLOSING + 1);
        commodities.unseal(second, sealedValues(), SEAL_SALT);
        toEpoch(CLOSING + 2);
        evaluations.finalize(second);
        vm.assertEq(uint256(evaluations.roundOf(second).state), uint256(RoundState.Unproven));
        lotId = offerLot(commodityId, "LOT-C", CLOSING + 2, 1);
        uint32 closing = CLOSING + 2 + 4;
        for (uint256 i; i < 7; ++i) {
            order(reporters[i], lotId, SALES, idOf(i));
            measured[reporters[i]][lotId] = pair(160, 90);
        }
        Book memory book = post(CLOSING + 2);
        commitAll(book);
        toEpoch(closing);
        commodities.unseal(lotId, sealedValues(), SEAL_SALT);
        revealAll();
        toSecondHalf(closing);
        evaluations.tally(lotId, pair(160, 90), ids(7));
        toEpoch(closing + 1);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundFinalized(lotId, RoundState.Final, closing + 1, pair(150, 100), 0, 7_500);
        evaluations.finalize(lotId);
    }

    function test_finalize_keepsKappaOfItsTime() public {
        tallied(7);
        evaluations.setKappa(9_000);
        evaluations.finalize(lotId);
        evaluations.setKappa(5_000);
        vm.assertEq(roundOf().kappaBps, 9_000);
    }

    function testFuzz_finalize_worksAtAnyTimeAfterTheClosingEpoch(uint48 time) public {
        tallied(7);
        vm.warp(bound(time, startOf(SCORING), startOf(SCORING + 100)));
        evaluations.finalize(lotId);
        vm.assertEq(roundOf().scoringEpoch, SCORING);
    }

    /* UNPROVEN */

    function test_finalize_withoutReportsIsUnproven() public {
        toEpoch(CLOSING);
        unseal();
        endsUnproven(0);
    }

    function test_finalize_withFourReportsIsUnproven() public {
        revealed(4);
        endsUnproven(4);
    }

    function test_finalize_withConcentratedWeightIsUnproven() public {
        revealed(6);
        endsUnproven(6);
    }

    function test_finalize_thatNobodyTalliedIsUnproven() public {
        revealed(8);
        endsUnproven(8);
    }

    function test_finalize_thatNobodyTalliedToTheEndIsUnproven() public {
        revealed(8);
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, pair(150, 100), ids(7));
        endsUnproven(8);
    }

    /* VOIDED */

    function test_finalize_withoutUnsealingIsVoided() public {
        Book memory book = buyAll(7);
        commitAll(book);
        toEpoch(CLOSING);
        for (uint256 i; i < 5; ++i) reveal(reporters[i], lotId);
        toEpoch(SCORING);
        uint256 held = asset.balanceOf(address(evaluations));
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundFinalized(lotId, RoundState.Voided, SCORING, new int32[](0), CHARGE, 0);
        evaluations.finalize(lotId);

        Round memory round = roundOf();
        vm.assertEq(uint256(round.state), uint256(RoundState.Voided));
        vm.assertEq(round.prize, CHARGE);
        vm.assertEq(round.shares, 5 * FEE);
        vm.assertEq(round.winnersLeft, 5);
        vm.assertEq(round.scoringEpoch, SCORING);
        vm.assertEq(evaluations.auditFundAccrued(), 0);
        vm.assertEq(asset.balanceOf(address(evaluations)), held + CHARGE);
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Suspended));
        vm.assertEq(commodities.commodityOf(commodityId).bond, 500e6);
    }

    function test_finalize_voidedWithoutReportsChargesForTheAuditFund() public {
        commitAll(buyAll(3));
        toEpoch(SCORING);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundFinalized(lotId, RoundState.Voided, SCORING, new int32[](0), CHARGE, 0);
        evaluations.finalize(lotId);
        vm.assertEq(evaluations.auditFundAccrued(), CHARGE);
        vm.assertEq(roundOf().prize, 0);
        vm.assertEq(roundOf().winnersLeft, 0);
        vm.assertEq(asset.balanceOf(address(evaluations)), 18 * FEE + CHARGE);
    }

    function test_finalize_voidedChargesAtMostTheBond() public {
        vm.prank(producer);
        commodities.retire(commodityId);
        revealedSealed(7);
        toEpoch(CLOSING + 8);
        vm.prank(producer);
        commodities.withdrawBond(commodityId);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundFinalized(lotId, RoundState.Voided, SCORING, new int32[](0), 0, 0);
        evaluations.finalize(lotId);
        // Nothing to share, and everybody gets the bond back.
        for (uint256 i; i < 7; ++i) {
            uint256 before = asset.balanceOf(reporters[i]);
            evaluations.claim(lotId, idOf(i));
            vm.assertEq(asset.balanceOf(reporters[i]) - before, 6 * FEE);
        }
    }

    /* WHEN */

    function test_finalize_refusesTheLastSecondOfTheClosingEpoch() public {
        tallied(7);
        vm.warp(startOf(SCORING) - 1);
        refused(finalizeCall(), outsideWindow(startOf(SCORING), type(uint48).max));
        vm.warp(startOf(SCORING));
        evaluations.finalize(lotId);
    }

    function test_finalize_refusesTwiceWhenFinal() public {
        tallied(7);
        evaluations.finalize(lotId);
        refused(finalizeCall(), alreadyFinal(RoundState.Final));
    }

    function test_finalize_refusesTwiceWhenUnproven() public {
        revealed(4);
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        refused(finalizeCall(), alreadyFinal(RoundState.Unproven));
    }

    function test_finalize_refusesTwiceWhenVoided() public {
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        refused(finalizeCall(), alreadyFinal(RoundState.Voided));
    }

    function test_finalize_refusesLotsThatAreNotItsOwn() public {
        commodities.appointEvaluations(address(0xE7));
        uint32 foreign = offerLot(commodityId, "LOT-B", START, 1);
        toEpoch(SCORING);
        refused(
            abi.encodeCall(IEvaluations.finalize, (foreign)),
            abi.encodeWithSelector(IEvaluations.ForeignLot.selector, foreign, address(0xE7))
        );
        refused(
            abi.encodeCall(IEvaluations.finalize, (9)),
            abi.encodeWithSelector(ICommodities.UnknownLot.selector, 9)
        );
    }

    /* HELPERS */

    function revealedSealed(uint256 count) private {
        commitAll(buyAll(count));
        toEpoch(CLOSING);
        revealAll();
    }

    function revealed(uint256 count) private {
        revealedSealed(count);
        unseal();
    }

    function toTallied(Book memory book) private {
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, pair(150, 100), ids(reporters.length));
        toEpoch(SCORING);
    }

    function tallied(uint256 count) private {
        toTallied(buyAll(count));
    }

    /// @dev The round ends unproven and every bond comes back whole.
    function endsUnproven(uint32 reports) private {
        toEpoch(SCORING);
        vm.expectCall(address(commodities), abi.encodeCall(ICommodities.concludeUnproven, (lotId, reports)));
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundFinalized(lotId, RoundState.Unproven, SCORING, new int32[](0), 0, 0);
        evaluations.finalize(lotId);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Unproven));
        vm.assertEq(roundOf().scoringEpoch, SCORING);
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Unproven));
        vm.assertEq(commodities.commodityOf(commodityId).bond, 500e6 + CHARGE);
        for (uint256 i; i < reporters.length; ++i) {
            uint256 before = asset.balanceOf(reporters[i]);
            evaluations.claim(lotId, idOf(i));
            vm.assertEq(asset.balanceOf(reporters[i]) - before, 6 * FEE);
        }
        vm.assertEq(asset.balanceOf(address(evaluations)), 0);
    }

    function finalizeCall() private view returns (bytes memory) {
        return abi.encodeCall(IEvaluations.finalize, (lotId));
    }

    function alreadyFinal(RoundState state) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluations.RoundAlreadyFinal.selector, lotId, state);
    }
}
