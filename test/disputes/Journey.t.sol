// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotState} from "../../contracts/commodities/ICommodities.sol";
import {CaseState} from "../../contracts/disputes/IDisputes.sol";
import {IEvaluations, ReportState, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Decision, IRulings} from "../../contracts/experience/IRulings.sol";
import {DisputesTest} from "../support/DisputesTest.sol";
import {Book} from "../support/Statements.sol";
import {vm} from "../support/Vm.sol";

/// @notice A colluding majority lies about a lot, one honest man challenges it, and the court believes him.
contract DisputeJourneyTest is DisputesTest {
    uint256 private constant HONEST = 3;
    uint256 private constant LIARS = 7;

    function test_journey_lyingMajorityIsOverturned() public {
        (uint256 caseId, Book memory book) = referredLie(HONEST, LIARS);
        openLots(book);
        openNominees(book);
        uint256 held = asset.balanceOf(address(evaluations));

        // The majority's word is not final while the court sits.
        refused(
            abi.encodeCall(evaluations.finalize, (lotId)),
            abi.encodeWithSelector(IRulings.RoundDisputed.selector, lotId, address(disputes))
        );
        judge(caseId, 2);
        uint32 scoring = evaluations.currentEpoch() + 1;
        uint256 bounty = COMMODITY_BOND / 2;
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundFinalized(lotId, RoundState.Final, scoring, pair(140, 0), COMMODITY_BOND, 7_500);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IRulings.RoundRuled(
            lotId,
            Decision.Overturned,
            alice,
            COMMODITY_BOND,
            bounty,
            20 * uint256(BOND) - bounty
        );
        disputes.execute(caseId);
        producerIsChargedAndLotSuspended();
        vm.assertEq(evaluations.creditOf(alice), bounty);
        vm.assertEq(disputes.creditOf(alice), BOND);
        vm.assertEq(asset.balanceOf(address(evaluations)), held + COMMODITY_BOND);

        toEpoch(scoring);
        evaluations.score(lotId, ids(HONEST + LIARS));
        honestAreScoredAndLiarsNot();
        toEpoch(scoring + 1);
        evaluations.close(lotId);
        honestArePaid();
        bounty += liarsAreSlashed();
        vm.assertEq(evaluations.creditOf(alice), bounty);
        everythingIsPaidOut(caseId, bounty);
    }

    function producerIsChargedAndLotSuspended() private view {
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Suspended));
        vm.assertEq(bondOfCommodity(), 0);
        vm.assertFalse(commodities.isSellable(lotId));
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Final));
        vm.assertTrue(roundOf().overturned);
    }

    function honestAreScoredAndLiarsNot() private view {
        for (uint256 i; i < HONEST + LIARS; ++i) {
            vm.assertEq(reportOf(i).accuracy, i < HONEST ? 256 : 0);
            vm.assertEq(reportOf(i).quality, i < HONEST ? 256 : 0);
        }
    }

    function honestArePaid() private {
        for (uint256 i; i < HONEST; ++i) {
            uint256 before = asset.balanceOf(reporters[i]);
            evaluations.claim(lotId, idOf(i));
            // The whole pot of ten fees of which half is theirs is more than κ allows.
            vm.assertEq(asset.balanceOf(reporters[i]) - before, REPORT_BOND + (FEE * 7_500) / 10_000);
        }
    }

    function liarsAreSlashed() private returns (uint256 bounty) {
        for (uint256 i = HONEST; i < HONEST + LIARS; ++i) {
            uint256 before = asset.balanceOf(reporters[i]);
            vm.expectEmit(true, true, true, true, address(evaluations));
            emit IRulings.ReportSlashed(lotId, idOf(i), alice, REPORT_BOND, REPORT_BOND / 2);
            vm.expectEmit(true, true, true, true, address(evaluations));
            emit IEvaluations.ReportClaimed(lotId, idOf(i), reporters[i], 0, 0, REPORT_BOND);
            evaluations.claim(lotId, idOf(i));
            vm.assertEq(asset.balanceOf(reporters[i]), before);
            vm.assertEq(uint256(reportOf(i).state), uint256(ReportState.Claimed));
            bounty += REPORT_BOND / 2;
        }
    }

    function everythingIsPaidOut(uint256 caseId, uint256 bounty) private {
        assertState(caseId, CaseState.Closed);
        uint256 before = asset.balanceOf(alice);
        evaluations.withdraw(alice);
        disputes.withdraw(alice);
        vm.assertEq(asset.balanceOf(alice) - before, bounty + BOND);
        evaluations.sweepLeftover(lotId);
        evaluations.collectAuditFund();
        vm.assertEq(asset.balanceOf(treasury), COMMODITY_BOND + LIARS * REPORT_BOND - bounty);
        Round memory round = roundOf();
        vm.assertEq(round.paid, round.prize);
        vm.assertEq(asset.balanceOf(address(evaluations)), 0);
        vm.assertEq(asset.balanceOf(address(disputes)), 0);
        vm.assertEq(address(disputes).balance, 0);
    }
}
