// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IEvidence} from "@kleros/erc-792/contracts/erc-1497/IEvidence.sol";
import {Case, CaseKind, CaseState, IDisputes} from "../../contracts/disputes/IDisputes.sol";
import {RoundState} from "../../contracts/experience/IEvaluations.sol";
import {DisputesTest} from "../support/DisputesTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice How challenged rounds come before the arbitrator, who pays it, and what happens when they do not.
contract ReferringTest is DisputesTest {
    function test_refer_createsOneDispute() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        challenge(bob, pair(180, 100), BOND);
        toEpoch(SCORING);
        address[] memory challengers = new address[](2);
        (challengers[0], challengers[1]) = (alice, bob);
        disputes.setMetaEvidence(CaseKind.Evaluation, DOCUMENT);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseReferred(1, 0, 4, COST, challengers);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IEvidence.Dispute(court, 0, 1, 1);
        disputes.refer(lotId);

        Case memory one = caseAt(1);
        vm.assertEq(uint256(one.state), uint256(CaseState.Pending));
        vm.assertEq(one.choices, 4);
        vm.assertEq(disputes.choiceOfNone(1), 4);
        vm.assertEq(one.disputeId, 0);
        vm.assertEq(one.deadline, uint48(block.timestamp) + LAPSE);
        vm.assertEq(disputes.caseOfDispute(court, 0), 1);
        vm.assertEq(court.count(), 1);
        vm.assertEq(address(court).balance, COST);
        vm.assertEq(disputes.coinsOf(alice), COST / 2);
        vm.assertEq(disputes.coinsOf(bob), COST / 2);
        vm.assertEq(challengeAt(1, 0).spent, COST / 2);
        vm.assertEq(challengeAt(1, 0).fee, 0);
    }

    function test_refer_refusesBeforeTheEndOfTheClosingEpoch() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        vm.warp(startOf(SCORING) - 1);
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.refer, (lotId)),
            abi.encodeWithSelector(IDisputes.StillCollecting.selector, lotId, startOf(SCORING))
        );
    }

    function test_refer_refusesWithoutAChallenge() public {
        tallied(3, 7);
        toEpoch(SCORING);
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.refer, (lotId)),
            abi.encodeWithSelector(IDisputes.NotChallenged.selector, lotId)
        );
    }

    function test_refer_refusesTwice() public {
        referredLie(3, 7);
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.refer, (lotId)),
            wrongState(1, CaseState.Pending, CaseState.Collecting)
        );
    }

    /* THE COST */

    /// Every part differs by at most one from every other, and together they are the cost.
    function testFuzz_refer_sharesTheCostEqually(uint256 cost, uint256 count) public {
        court.setCost(cost = bound(cost, 0, 1 ether));
        count = bound(count, 1, 4);
        address[4] memory people = [alice, bob, carol, dave];
        tallied(3, 7);
        for (uint256 i; i < count; ++i) {
            vm.prank(people[i]);
            disputes.challenge{value: 1 ether}(lotId, pair(int32(int256(160 + 20 * i)), 100), BOND, EVIDENCE);
        }
        toEpoch(SCORING);
        disputes.refer(lotId);
        uint256 sum;
        for (uint256 i; i < count; ++i) {
            uint256 part = 1 ether - disputes.coinsOf(people[i]);
            vm.assertEq(part, challengeAt(1, i).spent);
            vm.assertGe(part, cost / count);
            vm.assertLe(part, cost / count + 1);
            sum += part;
        }
        vm.assertEq(sum, cost);
        vm.assertEq(address(court).balance, cost);
        vm.assertEq(address(disputes).balance, count * 1 ether - cost);
    }

    function test_refer_anyonePaysWhatTheCostHasRisenBy() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        challenge(bob, pair(180, 100), BOND);
        court.setCost(3 * COST);
        toEpoch(SCORING);
        refuse(
            eve,
            COST - 1,
            abi.encodeCall(IDisputes.refer, (lotId)),
            abi.encodeWithSelector(IDisputes.FeeTooLow.selector, COST - 1, COST)
        );
        vm.prank(eve);
        disputes.refer{value: COST + 7}(lotId);
        vm.assertEq(disputes.coinsOf(eve), 7);
        vm.assertEq(disputes.coinsOf(alice) + disputes.coinsOf(bob), 0);
        vm.assertEq(address(court).balance, 3 * COST);
    }

    /// Who helped out is paid back what the arbitrator returns beyond the challengers' parts, and never more than he gave.
    function testFuzz_refer_whoHelpedOutIsPaidBackLast(uint256 returned) public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        court.setCost(3 * COST);
        toEpoch(SCORING);
        vm.prank(eve);
        disputes.refer{value: 2 * COST}(lotId);
        end(1, 0);
        returned = bound(returned, 1, 4 * COST);
        vm.deal(address(court), returned);
        vm.prank(address(court));
        (bool ok, ) = address(disputes).call{value: returned}("");
        vm.assertTrue(ok);
        disputes.reclaimFees(1);
        vm.assertEq(disputes.coinsOf(alice), returned < COST ? returned : COST);
        uint256 rest = returned < COST ? 0 : returned - COST;
        vm.assertEq(disputes.coinsOf(eve), rest < 2 * COST ? rest : 2 * COST);
        vm.assertEq(disputes.returnedBy(court), rest < 2 * COST ? 0 : rest - 2 * COST);
    }

    function test_refer_refusesAnArbitratorThatRepeatsItself() public {
        referredLie(3, 7);
        uint256 second = disputeModelCase();
        vm.assertEq(second, 2);
        court.forceId(0);
        refuse(
            bob,
            COST,
            abi.encodeWithSignature("disputeListing(uint32,uint8,uint96,bytes32)", lotId, 1, BOND, EVIDENCE),
            abi.encodeWithSelector(IDisputes.CaseAlreadyOpen.selector, lotId, 1)
        );
    }

    /* MOOT */

    function test_refer_withoutATallyIsMoot() public {
        revealed(3, 7);
        challenge(alice, truth(), BOND);
        challenge(bob, pair(180, 100), BOND);
        toEpoch(SCORING);
        // Held or not, what was not tallied is unproven.
        evaluations.finalize(lotId);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Unproven));
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseMoot(1);
        vm.prank(eve);
        disputes.refer{value: 5}(lotId);
        assertState(1, CaseState.Closed);
        vm.assertEq(disputes.creditOf(alice), BOND);
        vm.assertEq(disputes.coinsOf(bob), COST);
        vm.assertEq(disputes.coinsOf(eve), 5);
        vm.assertEq(court.count(), 0);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 0);
    }

    function test_refer_beforeFinalizeIsMootToo() public {
        revealed(3, 7);
        challenge(alice, truth(), BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        assertState(1, CaseState.Closed);
        evaluations.finalize(lotId);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Unproven));
    }

    /* CHALLENGES THAT SAY WHAT WAS TALLIED */

    function test_refer_dropsWhatSaysTheSame() public {
        revealed(3, 7);
        challenge(alice, truth(), BOND);
        challenge(bob, pair(141, 101), BOND + 3);
        tally(lie());
        toEpoch(SCORING);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.ChallengeEmpty(1, bob);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.BondSettled(1, bob, BOND + 3, true);
        disputes.refer(lotId);
        vm.assertEq(disputes.auditFundAccrued(), BOND + 3);
        vm.assertEq(disputes.creditOf(bob), 0);
        vm.assertEq(disputes.coinsOf(bob), COST);
        vm.assertEq(disputes.challengesOf(1).length, 1);
        vm.assertEq(caseAt(1).choices, 3);
    }

    function test_refer_ofNothingElseUpholds() public {
        revealed(3, 7);
        challenge(alice, lie(), BOND);
        tally(lie());
        toEpoch(SCORING);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseRuled(1, 1, false);
        vm.prank(eve);
        disputes.refer{value: 9}(lotId);
        vm.assertEq(disputes.coinsOf(eve), 9);
        vm.assertEq(disputes.auditFundAccrued(), BOND);
        disputes.execute(1);
        assertState(1, CaseState.Closed);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Final));
        vm.assertEq(roundOf().scoringEpoch, SCORING + 1);
        vm.assertFalse(roundOf().overturned);
    }

    /* LAPSE */

    function test_lapse_voidsWhatNobodyReferred() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        vm.warp(startOf(SCORING) + LAPSE - 1);
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.lapse, (1)),
            abi.encodeWithSelector(IDisputes.NotLapsed.selector, 1, startOf(SCORING) + LAPSE)
        );
        vm.warp(startOf(SCORING) + LAPSE);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseRuled(1, 0, true);
        disputes.lapse(1);
        disputes.execute(1);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Voided));
        vm.assertEq(disputes.creditOf(alice), BOND);
        vm.assertEq(disputes.coinsOf(alice), COST);
    }

    function test_lapse_ofAnUntalliedRoundIsMoot() public {
        revealed(3, 7);
        challenge(alice, truth(), BOND);
        vm.warp(startOf(SCORING) + LAPSE);
        disputes.lapse(1);
        assertState(1, CaseState.Closed);
        vm.assertEq(disputes.creditOf(alice), BOND);
        vm.assertEq(disputes.coinsOf(alice), COST);
    }

    function test_lapse_endsWhatTheArbitratorNeverRules() public {
        referredLie(3, 7);
        uint48 deadline = caseAt(1).deadline;
        vm.warp(deadline);
        disputes.lapse(1);
        disputes.execute(1);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Voided));
        vm.assertEq(disputes.creditOf(alice), BOND);
        // The ruling comes all the same, and once.
        court.ruleAnything(disputes, 0, 2);
        assertState(1, CaseState.Closed);
        vm.assertEq(caseAt(1).ruling, 0);
        vm.expectRevert(abi.encodeWithSelector(IDisputes.AlreadyRuled.selector, 1));
        court.ruleAnything(disputes, 0, 2);
    }

    function test_lapse_refusesWhatIsRuledOrNotThere() public {
        (uint256 caseId, ) = referredLie(3, 7);
        judge(caseId, 1);
        vm.warp(block.timestamp + LAPSE);
        refuse(eve, 0, abi.encodeCall(IDisputes.lapse, (1)), wrongState(1, CaseState.Ruled, CaseState.Pending));
        refuse(eve, 0, abi.encodeCall(IDisputes.lapse, (9)), wrongState(9, CaseState.None, CaseState.Pending));
    }

    function disputeModelCase() private returns (uint256) {
        return disputeModel(alice, BOND);
    }
}
