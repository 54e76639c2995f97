// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotState} from "../../contracts/commodities/ICommodities.sol";
import {ICondemnations} from "../../contracts/commodities/ICondemnations.sol";
import {CaseState, IDisputes} from "../../contracts/disputes/IDisputes.sol";
import {IEvaluations, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Decision, IRulings} from "../../contracts/experience/IRulings.sol";
import {DisputesTest} from "../support/DisputesTest.sol";
import {Book} from "../support/Statements.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice What the rulings on a round do to it and to the bonds of its challengers.
contract ExecutingTest is DisputesTest {
    /* UPHELD */

    function test_execute_upheld() public {
        twoChallenges();
        judge(1, 1);
        uint32 scoring = evaluations.currentEpoch() + 1;
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.BondSettled(1, alice, BOND, true);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.BondSettled(1, bob, BOND + 1, true);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseExecuted(1, 1, address(0), 0, 0);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IEvaluations.RoundFinalized(lotId, RoundState.Final, scoring, pair(140, 0), 0, 7_500);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IRulings.RoundRuled(lotId, Decision.Upheld, address(0), 0, 0, 0);
        vm.expectEmit(true, true, true, true, address(commodities));
        emit ICondemnations.BondReleased(lotId, commodityId, address(disputes), 0);
        disputes.execute(1);

        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Final));
        vm.assertEq(roundOf().scoringEpoch, scoring);
        vm.assertFalse(roundOf().overturned);
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Trusted));
        vm.assertEq(bondOfCommodity(), COMMODITY_BOND);
        vm.assertEq(disputes.auditFundAccrued(), 2 * BOND + 1);
        vm.assertEq(disputes.creditOf(alice) + disputes.creditOf(bob), 0);
        toEpoch(scoring);
        evaluations.score(lotId, ids(10));
        toEpoch(scoring + 1);
        evaluations.close(lotId);
        for (uint32 id = 1; id <= 10; ++id) evaluations.claim(lotId, id);
        vm.assertEq(evaluations.auditFundAccrued(), 0);
    }

    /* VOIDED */

    function test_execute_voided() public {
        (Book memory book, uint256[] memory balances) = twoChallenges();
        openLots(book);
        judge(1, 0);
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IRulings.RoundRuled(lotId, Decision.Voided, address(0), 0, 0, 0);
        disputes.execute(1);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Voided));
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Unproven));
        vm.assertEq(disputes.creditOf(alice), BOND);
        vm.assertEq(disputes.creditOf(bob), BOND + 1);
        vm.assertEq(disputes.auditFundAccrued(), 0);
        // Bonds back, pot carried.
        for (uint256 i; i < 10; ++i) {
            evaluations.claim(lotId, idOf(i));
            vm.assertEq(asset.balanceOf(reporters[i]), balances[i] + REPORT_BOND);
        }
        uint256 pot = settlement.potOf(lotId);
        vm.assertGt(pot, 0);
        toEpoch(roundOf().scoringEpoch + 1);
        evaluations.close(lotId);
        (uint256 carry, ) = settlement.carryOf(commodityId);
        vm.assertEq(carry, pot);
        evaluations.sweepLeftover(lotId);
        vm.assertEq(asset.balanceOf(address(evaluations)), 0);
    }

    /* OVERTURNED */

    function test_execute_overturned_losersPayTheAuditFund() public {
        twoChallenges();
        end(1, 3);
        vm.assertEq(disputes.creditOf(bob), BOND + 1);
        vm.assertEq(disputes.creditOf(alice), 0);
        vm.assertEq(disputes.auditFundAccrued(), BOND);
        (address challenger, uint128 left) = evaluations.bountyOf(lotId);
        vm.assertEq(challenger, bob);
        vm.assertEq(uint256(left), 20 * (uint256(BOND) + 1) - COMMODITY_BOND / 2);
    }

    /// A critical claim that is off by exactly one tolerance, or to the good side, or a claim that is not critical, costs nothing.
    function test_execute_overturned_suspendsForCriticalClaimsOnly() public {
        overturnTo(pair(150, -1_000));
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Trusted));
        vm.assertEq(bondOfCommodity(), COMMODITY_BOND);
        vm.assertEq(evaluations.creditOf(alice), 0);
    }

    function test_execute_overturned_toTheGoodSideSuspendsNothing() public {
        overturnTo(pair(0, 100));
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Trusted));
        vm.assertEq(bondOfCommodity(), COMMODITY_BOND);
    }

    function test_execute_overturned_suspendsFromOneMoreOn() public {
        overturnTo(pair(151, 100));
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Suspended));
        vm.assertEq(bondOfCommodity(), 0);
    }

    /// Outside the legal range but not off the claim by more than a tolerance: flagged as any other lot.
    function test_execute_overturned_outsideTheLegalRangeIsFlagged() public {
        overturnTo(pair(140, 1_001));
        vm.assertEq(uint256(commodities.lotOf(lotId).state), uint256(LotState.Flagged));
    }

    /// Slashed is who is more than one tolerance off in any parameter, to the last unit.
    function testFuzz_execute_overturned_slashesWhoIsFar(int32 a, int32 b) public {
        enlist(10);
        // The tenth says something of his own.
        (a, b) = (int32(int256(bound(uint32(a), 130, 180))), int32(int256(bound(uint32(b), 0, 200))));
        for (uint256 i; i < 10; ++i) {
            measured[reporters[i]][lotId] = i < 9 ? lie() : pair(a, b);
            order(reporters[i], lotId, SALES, idOf(i));
        }
        Book memory book = post(START);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
        tally(lie());
        challenge(alice, truth(), BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        end(1, 2);
        toEpoch(roundOf().scoringEpoch);
        evaluations.score(lotId, ids(10));
        toEpoch(roundOf().scoringEpoch + 1);
        evaluations.close(lotId);
        bool far = a < 145 || a > 165 || b < 50 || b > 150;
        uint256 before = asset.balanceOf(reporters[9]);
        evaluations.claim(lotId, 10);
        uint256 paid = asset.balanceOf(reporters[9]) - before;
        if (far) vm.assertEq(paid, 0);
        else vm.assertGe(paid, REPORT_BOND);
        if (far) vm.assertEq(reportOf(9).quality + reportOf(9).accuracy, 0);
    }

    /// The cap holds over the whole case: first the producer's bond, then the reports.
    function test_execute_overturned_capsTheBounty() public {
        disputes.setBondRequired(1e6);
        tallied(3, 7);
        challenge(alice, truth(), 16e6);
        toEpoch(SCORING);
        disputes.refer(lotId);
        end(1, 2);
        // Half of 625 is 312.5; the cap is 320, and seven liars lose 6 each.
        vm.assertEq(evaluations.creditOf(alice), 312.5e6);
        closeRound();
        for (uint32 id = 1; id <= 10; ++id) evaluations.claim(lotId, id);
        vm.assertEq(evaluations.creditOf(alice), 320e6);
        vm.assertEq(evaluations.auditFundAccrued(), COMMODITY_BOND + 7 * REPORT_BOND - 320e6);
    }

    /// Claiming in another order changes nothing for the challenger, and neither does it for the audit fund.
    function testFuzz_execute_overturned_claimOrderDoesNotMatter(uint256 seed) public {
        disputes.setBondRequired(1e6);
        tallied(3, 7);
        challenge(alice, truth(), uint96(bound(seed >> 128, 1e6, 20e6)));
        toEpoch(SCORING);
        disputes.refer(lotId);
        end(1, 2);
        closeRound();
        uint256 state = vm.snapshotState();
        for (uint32 id = 1; id <= 10; ++id) evaluations.claim(lotId, id);
        uint256 credit = evaluations.creditOf(alice);
        uint256 fund = evaluations.auditFundAccrued();
        vm.revertToState(state);
        uint32[] memory list = ids(10);
        for (uint256 i = 9; i > 0; --i) {
            uint256 j = uint256(keccak256(abi.encode(seed, i))) % (i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
        for (uint256 i; i < 10; ++i) evaluations.claim(lotId, list[i]);
        vm.assertEq(evaluations.creditOf(alice), credit);
        vm.assertEq(evaluations.auditFundAccrued(), fund);
    }

    function test_execute_unrevealedStillLoseATenth() public {
        enlist(11);
        for (uint256 i; i < 11; ++i) {
            measured[reporters[i]][lotId] = i < 3 ? truth() : lie();
            order(reporters[i], lotId, SALES, idOf(i));
        }
        commitAll(post(START));
        toEpoch(CLOSING);
        unseal();
        for (uint256 i; i < 10; ++i) reveal(reporters[i], lotId);
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, lie(), ids(10));
        challenge(alice, truth(), BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        // Nobody has to wait for the court to get what is left.
        uint256 before = asset.balanceOf(reporters[10]);
        evaluations.claim(lotId, 11);
        vm.assertEq(asset.balanceOf(reporters[10]) - before, REPORT_BOND - REPORT_BOND / 10);
        end(1, 2);
        vm.assertEq(evaluations.auditFundAccrued(), REPORT_BOND / 10 + COMMODITY_BOND / 2);
    }

    /// The consensus is wrong, and nobody is right: the round is voided as by a refusal, but the challengers lose their bonds.
    function test_execute_noneIsRight() public {
        (, uint256[] memory balances) = twoChallenges();
        vm.assertEq(disputes.choiceOfNone(1), 4);
        judge(1, 4);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseExecuted(1, 4, address(0), 0, 0);
        disputes.execute(1);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Voided));
        vm.assertFalse(roundOf().overturned);
        vm.assertEq(disputes.creditOf(alice) + disputes.creditOf(bob), 0);
        vm.assertEq(disputes.auditFundAccrued(), 2 * BOND + 1);
        vm.assertEq(bondOfCommodity(), COMMODITY_BOND);
        for (uint32 id = 1; id <= 10; ++id) {
            evaluations.claim(lotId, id);
            vm.assertEq(asset.balanceOf(reporters[id - 1]), balances[id - 1] + REPORT_BOND);
        }
        vm.assertEq(commodities.commodityOf(commodityId).cases, 0);
    }

    /* REFUSALS */

    function test_execute_refusesBeforeTheRulingAndTwice() public {
        twoChallenges();
        bytes memory call_ = abi.encodeCall(IDisputes.execute, (1));
        refuse(eve, 0, call_, wrongState(1, CaseState.Pending, CaseState.Ruled));
        end(1, 2);
        refuse(eve, 0, call_, wrongState(1, CaseState.Closed, CaseState.Ruled));
        refuse(eve, 0, abi.encodeCall(IDisputes.execute, (2)), wrongState(2, CaseState.None, CaseState.Ruled));
    }

    function test_claim_ofTheSlashedWaitsForTheEndOfScoring() public {
        referredLie(3, 7);
        end(1, 2);
        bytes memory reason = abi.encodeWithSelector(IEvaluations.RoundNotClosed.selector, lotId);
        refused(abi.encodeCall(evaluations.claim, (lotId, 4)), reason);
        refused(abi.encodeCall(evaluations.claim, (lotId, 1)), reason);
        closeRound();
        evaluations.claim(lotId, 4);
        refused(
            abi.encodeCall(evaluations.claim, (lotId, 4)),
            abi.encodeWithSelector(IEvaluations.AlreadyClaimed.selector, lotId, 4)
        );
    }

    /* HELPERS */

    /// @dev Alice says the truth (choice 2), Bob something else (choice 3) with a bond higher by one.
    function twoChallenges() private returns (Book memory book, uint256[] memory balances) {
        book = tallied(3, 7);
        balances = new uint256[](10);
        for (uint256 i; i < 10; ++i) balances[i] = asset.balanceOf(reporters[i]);
        challenge(alice, truth(), BOND);
        challenge(bob, pair(180, 100), BOND + 1);
        toEpoch(SCORING);
        disputes.refer(lotId);
    }

    function overturnTo(int32[] memory values) private {
        tallied(3, 7);
        challenge(alice, values, BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        end(1, 2);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Final));
    }

    function closeRound() private {
        toEpoch(roundOf().scoringEpoch);
        evaluations.score(lotId, ids(10));
        toEpoch(roundOf().scoringEpoch + 1);
        evaluations.close(lotId);
    }
}
