// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities, LotState, Standing} from "../../contracts/commodities/ICommodities.sol";
import {Case, CaseKind, CaseState, Ground, IDisputes} from "../../contracts/disputes/IDisputes.sol";
import {RoundState} from "../../contracts/experience/IEvaluations.sol";
import {IQualityModels} from "../../contracts/models/IQualityModels.sol";
import {DisputesTest} from "../support/DisputesTest.sol";
import {Book} from "../support/Statements.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Cases about lots and models as such.
contract SubjectsTest is DisputesTest {
    /* LISTINGS */

    function test_disputeListing_goesToTheArbitratorAtOnce() public {
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseOpened(
            1,
            CaseKind.Listing,
            lotId,
            Ground.Counterfeit,
            court,
            producer,
            expert,
            uint48(block.timestamp) + LAPSE
        );
        vm.prank(alice);
        disputes.disputeListing{value: COST + 3}(lotId, Ground.Counterfeit, BOND + 7, EVIDENCE);
        Case memory one = caseAt(1);
        vm.assertEq(uint256(one.state), uint256(CaseState.Pending));
        vm.assertEq(uint256(one.ground), uint256(Ground.Counterfeit));
        vm.assertEq(one.choices, 2);
        vm.assertEq(disputes.choiceOfNone(1), 0);
        vm.assertFalse(one.reportersFixed);
        vm.assertEq(disputes.caseOfListing(lotId), 1);
        vm.assertEq(disputes.coinsOf(alice), 3);
        vm.assertEq(address(court).balance, COST);
        vm.assertEq(asset.balanceOf(address(disputes)), BOND + 7);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 1);
    }

    function test_disputeListing_suspends() public {
        disputeListing(alice, BOND);
        judge(1, 2);
        vm.expectEmit(true, true, true, true, address(commodities));
        emit ICommodities.LotSuspended(lotId, commodityId, COMMODITY_BOND);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseExecuted(1, 2, alice, COMMODITY_BOND, COMMODITY_BOND / 2);
        disputes.execute(1);
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Suspended));
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(Standing.Flagged));
        vm.assertEq(bondOfCommodity(), 0);
        vm.assertEq(disputes.creditOf(alice), BOND + COMMODITY_BOND / 2);
        vm.assertEq(disputes.auditFundAccrued(), COMMODITY_BOND / 2);
        vm.assertEq(disputes.caseOfListing(lotId), 0);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 0);
    }

    function testFuzz_disputeListing_bountyIsAtMostTwentyBonds(uint96 bond) public {
        disputes.setBondRequired(1e6);
        bond = uint96(bound(bond, 1e6, 30e6));
        disputeListing(alice, bond);
        end(1, 2);
        uint256 bounty = 20 * uint256(bond) < COMMODITY_BOND / 2 ? 20 * uint256(bond) : COMMODITY_BOND / 2;
        vm.assertEq(disputes.creditOf(alice), bond + bounty);
        vm.assertEq(disputes.auditFundAccrued(), COMMODITY_BOND - bounty);
    }

    function test_disputeListing_keeps() public {
        disputeListing(alice, BOND);
        end(1, 1);
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Offered));
        vm.assertEq(bondOfCommodity(), COMMODITY_BOND);
        vm.assertEq(disputes.creditOf(alice), 0);
        vm.assertEq(disputes.auditFundAccrued(), BOND);
        // Somebody with better evidence may try again, one at a time.
        disputeListing(bob, BOND);
        vm.assertEq(disputes.caseOfListing(lotId), 2);
    }

    function test_disputeListing_withoutARulingKeepsAndPaysBack() public {
        disputeListing(alice, BOND);
        end(1, 0);
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Offered));
        vm.assertEq(disputes.creditOf(alice), BOND);
        vm.assertEq(disputes.auditFundAccrued(), 0);
    }

    /// The round goes on and everybody is paid; the lot stays suspended.
    function test_disputeListing_whileTheRoundRuns() public {
        Book memory book = revealed(10, 0);
        disputeListing(alice, BOND);
        court.decide(0, 2);
        vm.warp(startOf(SCORING) - 2);
        tally(truth());
        vm.warp(startOf(SCORING) + 3 days);
        court.executeRuling(0);
        disputes.execute(1);
        vm.assertEq(commodities.commodityOf(commodityId).pledged, 125e6);
        evaluations.finalize(lotId);
        vm.assertEq(commodities.commodityOf(commodityId).pledged, 0);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Final));
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Suspended));
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(Standing.Flagged));
        playToClosed(book);
        for (uint256 i; i < 10; ++i) {
            uint256 before = asset.balanceOf(reporters[i]);
            evaluations.claim(lotId, idOf(i));
            vm.assertGt(asset.balanceOf(reporters[i]) - before, REPORT_BOND);
        }
    }

    /// Both at once: the listing is judged while the round is disputed, and neither waits for the other.
    function test_disputeListing_besideADisputedRound() public {
        referredLie(3, 7);
        disputeListing(bob, BOND);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 2);
        end(2, 2);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 1);
        vm.assertEq(disputes.creditOf(bob), BOND + COMMODITY_BOND / 2);
        end(1, 2);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Final));
        // There was nothing left to take.
        vm.assertEq(evaluations.creditOf(alice), 0);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 0);
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Suspended));
    }

    function test_disputeListing_refusals() public {
        refuse(
            alice,
            COST,
            abi.encodeCall(IDisputes.disputeListing, (lotId, Ground.None, BOND, EVIDENCE)),
            abi.encodeWithSelector(IDisputes.NoGround.selector)
        );
        bytes memory call_ = abi.encodeCall(IDisputes.disputeListing, (lotId, Ground.ForeignGtin, BOND, EVIDENCE));
        refuse(alice, COST - 1, call_, abi.encodeWithSelector(IDisputes.FeeTooLow.selector, COST - 1, COST));
        refuse(
            alice,
            COST,
            abi.encodeCall(IDisputes.disputeListing, (lotId, Ground.ForeignGtin, BOND, 0)),
            abi.encodeWithSelector(IDisputes.NoEvidence.selector)
        );
        refuse(
            alice,
            COST,
            abi.encodeCall(IDisputes.disputeListing, (9, Ground.ForeignGtin, BOND, EVIDENCE)),
            abi.encodeWithSelector(ICommodities.UnknownLot.selector, 9)
        );
        disputeListing(alice, BOND);
        refuse(bob, COST, call_, abi.encodeWithSelector(IDisputes.CaseAlreadyOpen.selector, lotId, 1));
        end(1, 2);
        refuse(bob, COST, call_, abi.encodeWithSelector(IDisputes.AlreadySuspended.selector, lotId));
    }

    /// The one place of a case is not to be had for less than a challenge costs.
    function testFuzz_disputes_refuseALowerBond(uint96 bond) public {
        bond = uint96(bound(bond, 0, BOND - 1));
        bytes memory reason = abi.encodeWithSelector(IDisputes.BondTooLow.selector, bond, BOND);
        refuse(
            eve,
            COST,
            abi.encodeCall(IDisputes.disputeListing, (lotId, Ground.ForeignGtin, bond, EVIDENCE)),
            reason
        );
        refuse(
            eve,
            COST,
            abi.encodeCall(IDisputes.disputeModel, (modelId, Ground.FalseDocument, bond, EVIDENCE)),
            reason
        );
    }

    /* MODELS */

    function test_disputeModel_retiresAndTakesTheBond() public {
        disputeModel(alice, BOND);
        Case memory one = caseAt(1);
        vm.assertEq(uint256(one.kind), uint256(CaseKind.Model));
        vm.assertEq(one.subject, modelId);
        vm.assertEq(one.producer, address(0));
        vm.assertEq(one.expert, expert);
        judge(1, 2);
        vm.expectEmit(true, true, true, true, address(models));
        emit IQualityModels.ModelRetired(modelId, models.currentEpoch() + 26);
        vm.expectEmit(true, true, true, true, address(models));
        emit IQualityModels.ModelCondemned(modelId, address(disputes), MODEL_BOND);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseExecuted(1, 2, alice, MODEL_BOND, MODEL_BOND / 2);
        vm.expectEmit(true, true, true, true, address(models));
        emit IQualityModels.ModelBondReleased(modelId, address(disputes), 0);
        disputes.execute(1);
        vm.assertFalse(models.isActive(modelId));
        (uint96 bond, ) = models.bondOf(modelId);
        vm.assertEq(bond, 0);
        vm.assertEq(disputes.creditOf(alice), BOND + MODEL_BOND / 2);
        vm.assertEq(disputes.auditFundAccrued(), MODEL_BOND / 2);
        vm.assertEq(disputes.caseOfModel(modelId), 0);
        refuse(
            bob,
            COST,
            abi.encodeCall(IDisputes.disputeModel, (modelId, Ground.FalseDocument, BOND, EVIDENCE)),
            abi.encodeWithSelector(IDisputes.NothingAtStake.selector, modelId)
        );
    }

    function testFuzz_disputeModel_otherRulingsLeaveIt(bool refused_) public {
        disputeModel(alice, BOND);
        end(1, refused_ ? 0 : 1);
        vm.assertTrue(models.isActive(modelId));
        vm.assertEq(disputes.creditOf(alice), refused_ ? BOND : 0);
        vm.assertEq(disputes.auditFundAccrued(), refused_ ? 0 : BOND);
    }

    function test_disputeModel_ofARetiredOneWithABond() public {
        vm.prank(expert);
        models.retire(modelId);
        disputeModel(alice, BOND);
        // Time passes, and the bond stays.
        vm.warp(block.timestamp + 26 * uint256(EPOCH));
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.CasesOpen.selector, modelId, 1));
        models.withdrawBond(modelId);
        end(1, 2);
        vm.assertEq(disputes.creditOf(alice), BOND + MODEL_BOND / 2);
    }

    function test_disputeModel_refusals() public {
        refuse(
            alice,
            COST,
            abi.encodeCall(IDisputes.disputeModel, (modelId, Ground.None, BOND, EVIDENCE)),
            abi.encodeWithSelector(IDisputes.NoGround.selector)
        );
        refuse(
            alice,
            COST,
            abi.encodeCall(IDisputes.disputeModel, (9, Ground.FalseDocument, BOND, EVIDENCE)),
            abi.encodeWithSelector(IQualityModels.UnknownModel.selector, 9)
        );
        disputeModel(alice, BOND);
        refuse(
            bob,
            COST,
            abi.encodeCall(IDisputes.disputeModel, (modelId, Ground.FalseDocument, BOND, EVIDENCE)),
            abi.encodeWithSelector(IDisputes.CaseAlreadyOpen.selector, modelId, 1)
        );
    }
}
