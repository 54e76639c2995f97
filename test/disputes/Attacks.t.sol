// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrable} from "@kleros/erc-792/contracts/IArbitrable.sol";
import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {ICondemnations} from "../../contracts/commodities/ICondemnations.sol";
import {Disputes} from "../../contracts/disputes/Disputes.sol";
import {CaseState, Challenge, Ground, IDisputes} from "../../contracts/disputes/IDisputes.sol";
import {Evaluations} from "../../contracts/experience/Evaluations.sol";
import {IEvaluations, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Decision, IRulings} from "../../contracts/experience/IRulings.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {DisputesTest} from "../support/DisputesTest.sol";
import {Book} from "../support/Statements.sol";
import {Squatter} from "../support/Squatter.sol";
import {vm} from "../support/Vm.sol";

/// @notice Attacks by name. Bob, Carol, Dave and Eve collude with those who lied; Alice is honest.
contract DisputeAttacksTest is DisputesTest {
    /* THE LIST */

    /// Colluders who were there first cannot keep an honest challenge out: she bonds more than the lowest of theirs.
    function test_attack_fillingTheListWithBogusChallenges() public {
        tallied(3, 7);
        address[4] memory colluders = [bob, carol, dave, eve];
        for (uint256 i; i < 4; ++i) challenge(colluders[i], pair(int32(int256(1_000 + 100 * i)), 0), 10 * BOND);
        challenge(alice, truth(), 10 * BOND + 1);
        vm.assertTrue(stands(alice));
        toEpoch(SCORING);
        disputes.refer(lotId);
        end(1, choiceOf(alice));
        vm.assertEq(disputes.creditOf(alice), 10 * BOND + 1);
        vm.assertEq(disputes.auditFundAccrued(), 3 * 10 * uint256(BOND));
    }

    /// Pushing her out in the last second works, and costs a bond above hers for every place: a jury that cannot choose among five lies says so.
    function test_attack_evictingTheTruthInTheLastSecond() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        vm.warp(startOf(SCORING) - 1);
        address[4] memory colluders = [bob, carol, dave, eve];
        for (uint256 i; i < 4; ++i) challenge(colluders[i], pair(int32(int256(1_000 + 100 * i)), 0), BOND + 1);
        vm.assertFalse(stands(alice));
        vm.assertEq(disputes.creditOf(alice), BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        end(1, disputes.choiceOfNone(1));
        for (uint256 i; i < 4; ++i) vm.assertEq(disputes.creditOf(colluders[i]), 0);
        vm.assertEq(disputes.auditFundAccrued(), 4 * (uint256(BOND) + 1));
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Voided));
    }

    /// Challenges that repeat the lie cost a bond each: they cannot hold places for nothing until the tally shows what they are.
    function test_attack_fillingTheListWithTheLieBeforeTheTally() public {
        revealed(3, 7);
        address[4] memory colluders = [bob, carol, dave, eve];
        for (uint256 i; i < 4; ++i) {
            // Four that do not say the same as each other cannot all say the same as the lie.
            challenge(colluders[i], pair(140, int32(int256(100 + 13 * i))), 10 * BOND);
        }
        challenge(alice, truth(), 10 * BOND + 1);
        tally(lie());
        toEpoch(SCORING);
        disputes.refer(lotId);
        vm.assertTrue(stands(alice));
        vm.assertFalse(stands(bob));
        vm.assertEq(disputes.auditFundAccrued(), 10 * BOND);
        end(1, choiceOf(alice));
        vm.assertTrue(roundOf().overturned);
        vm.assertEq(disputes.auditFundAccrued(), 3 * 10 * uint256(BOND));
    }

    /// Near copies of an honest challenge would split the votes of honest jurors: there is one place for what says the same.
    function test_attack_splittingTheVotes() public {
        tallied(3, 7);
        challenge(alice, truth(), 2 * BOND);
        bytes memory reason = abi.encodeWithSelector(IDisputes.BondTooLow.selector, 2 * BOND, 2 * BOND + 1);
        refuse(bob, COST, callOf(pair(156, 100), 2 * BOND), reason);
        refuse(bob, COST, callOf(pair(154, 110), 2 * BOND), reason);
        // The lie itself is no choice besides "uphold" either.
        refuse(
            bob,
            COST,
            callOf(pair(141, 99), 2 * BOND),
            abi.encodeWithSelector(IDisputes.SaysTheSame.selector, lotId)
        );
    }

    /// Who outbids an honest challenge in the last second only pays for the same truth.
    function test_attack_outbiddingTheTruth() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        vm.warp(startOf(SCORING) - 1);
        challenge(bob, truth(), BOND + 1);
        toEpoch(SCORING);
        vm.assertEq(disputes.creditOf(alice), BOND);
        vm.assertEq(disputes.coinsOf(alice), COST);
        disputes.refer(lotId);
        end(1, 2);
        // Bob's friends lied: together they lose half of all they put up, and his lot is suspended.
        slashAll();
        vm.assertEq(evaluations.creditOf(bob), (COMMODITY_BOND + 7 * REPORT_BOND) / 2);
        vm.assertEq(evaluations.auditFundAccrued(), (COMMODITY_BOND + 7 * REPORT_BOND) / 2);
    }

    /* THE BOUNTY */

    /// A liar who challenges himself gets at most half of his own bond back, however high he bonds.
    function test_attack_selfChallenge() public {
        tallied(3, 7);
        address liar = reporters[9];
        equip(liar);
        uint256 before = asset.balanceOf(liar);
        challenge(liar, truth(), 1_000 * BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        end(1, 2);
        toEpoch(roundOf().scoringEpoch + 1);
        evaluations.close(lotId);
        uint256 fromProducer = evaluations.creditOf(liar);
        evaluations.claim(lotId, 10);
        vm.assertEq(evaluations.creditOf(liar) - fromProducer, REPORT_BOND / 2);
        disputes.withdraw(liar);
        evaluations.withdraw(liar);
        vm.assertEq(asset.balanceOf(liar), before + fromProducer + REPORT_BOND / 2);
    }

    /// A producer who challenges his own lot with the truth saves half of his bond at most.
    function test_attack_selfChallengeOfTheProducer() public {
        tallied(3, 7);
        equip(producer);
        uint256 before = asset.balanceOf(producer);
        challenge(producer, truth(), 1_000 * BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        end(1, 2);
        disputes.withdraw(producer);
        evaluations.withdraw(producer);
        vm.assertEq(asset.balanceOf(producer), before + COMMODITY_BOND / 2);
        vm.assertEq(bondOfCommodity(), 0);
    }

    /// Slashed reports that nobody claims keep their bonds in: they cannot be got out in another way.
    function test_attack_neverClaimingTheSlashed() public {
        referredLie(3, 7);
        end(1, 2);
        toEpoch(roundOf().scoringEpoch + 1);
        evaluations.close(lotId);
        // Not even before they were scored: anybody may push them.
        vm.prank(eve);
        evaluations.claim(lotId, 10);
        vm.assertEq(evaluations.rewardOf(lotId, 10), 0);
    }

    /* TIME */

    /// The consensus is posted in the last second: the challenge was there before.
    function test_attack_tallyInTheLastSecond() public {
        revealed(3, 7);
        challenge(alice, truth(), BOND);
        vm.warp(startOf(SCORING) - 1);
        tally(lie());
        toEpoch(SCORING);
        refused(
            abi.encodeCall(IEvaluations.finalize, (lotId)),
            abi.encodeWithSelector(IRulings.RoundDisputed.selector, lotId, address(disputes))
        );
        disputes.refer(lotId);
        assertState(1, CaseState.Pending);
    }

    /// Not posting it at all is no way out of a challenge that would pay: the round is unproven, and everybody gets his money back.
    function test_attack_neverTallying() public {
        revealed(3, 7);
        challenge(alice, truth(), BOND);
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        disputes.refer(lotId);
        disputes.withdraw(alice);
        disputes.withdrawCoins(payable(alice));
        vm.assertEq(asset.balanceOf(alice), FUNDS);
        vm.assertEq(alice.balance, COINS);
    }

    /// Neither a challenger nor a producer nor an expert gets a bond out before judgment.
    function test_attack_withdrawingBeforeJudgment() public {
        referredLie(3, 7);
        disputeModel(alice, BOND);
        refuse(
            alice,
            0,
            abi.encodeCall(IDisputes.withdraw, (alice)),
            abi.encodeWithSelector(IDisputes.NothingToWithdraw.selector, alice)
        );
        vm.prank(producer);
        commodities.retire(commodityId);
        vm.prank(expert);
        models.retire(modelId);
        vm.warp(block.timestamp + 100 days);
        vm.prank(producer);
        vm.expectRevert(abi.encodeWithSelector(ICondemnations.CasesOpen.selector, commodityId, 1));
        commodities.withdrawBond(commodityId);
        end(1, 2);
        vm.assertEq(evaluations.creditOf(alice), COMMODITY_BOND / 2);
    }

    /* OTHER CONTRACTS */

    /// A lot of another contract for rounds is disputed there, and only if it trusts the same contract for disputes.
    function test_attack_disputingALotOfAnotherEvaluations() public {
        Evaluations others = new Evaluations(
            address(access),
            asset,
            commodities,
            models,
            settlement,
            power,
            GENESIS,
            EPOCH
        );
        commodities.appointEvaluations(address(others));
        uint32 foreign = offerLot(commodityId, "LOT-F", START, 1);
        tallied(3, 7);
        bytes memory call_ = abi.encodeCall(IDisputes.challenge, (foreign, truth(), BOND, EVIDENCE));
        refuse(alice, COST, call_, abi.encodeWithSelector(IEvaluations.ClaimsStillSealed.selector, foreign));
        // It cannot be ruled on through the first one either.
        vm.prank(address(disputes));
        vm.expectRevert(abi.encodeWithSelector(IRulings.NotDisputes.selector, foreign, address(disputes), address(0)));
        evaluations.applyRuling(foreign, Decision.Upheld, Values.wrap(0), address(0), 0);
        challenge(alice, truth(), BOND);
        // Nor can the contract that runs it conclude what is not its own.
        vm.prank(address(others));
        vm.expectRevert(abi.encodeWithSelector(ICommodities.NotEvaluations.selector, lotId, address(others)));
        commodities.concludeOverturned(lotId, Values.wrap(0), 7, 700);
    }

    /// Another contract for disputes, appointed later, cannot take over a running case.
    function test_attack_replacingTheContractForDisputes() public {
        (uint256 caseId, ) = referredLie(3, 7);
        Disputes next = deployDisputes();
        next.appointArbitrator(court);
        appoint(next);
        vm.prank(address(next));
        vm.expectRevert(abi.encodeWithSelector(IRulings.NotDisputes.selector, lotId, address(next), address(disputes)));
        evaluations.applyRuling(lotId, Decision.Upheld, Values.wrap(0), address(0), 0);
        end(caseId, 2);
        vm.assertTrue(roundOf().overturned);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 0);
    }

    /* AGAIN AND AGAIN */

    function test_attack_disputingARoundAgain() public {
        referredLie(3, 7);
        bytes memory refer_ = abi.encodeCall(IDisputes.refer, (lotId));
        end(1, 1);
        refuse(eve, 0, refer_, wrongState(1, CaseState.Closed, CaseState.Collecting));
        refuse(alice, COST, callOf(truth(), BOND), outsideWindow(startOf(CLOSING) + EPOCH / 2, startOf(SCORING)));
        vm.expectRevert(abi.encodeWithSelector(IDisputes.AlreadyRuled.selector, 1));
        court.ruleAnything(disputes, 0, 2);
        vm.assertEq(uint256(roundOf().state), uint256(RoundState.Final));
    }

    /// A suspended commodity's other lots keep their rounds; their charges are taken from what is there.
    function test_attack_emptyingTheBondBeforeAnotherCharge() public {
        uint32 second = offerLot(commodityId, "LOT-B", START, 1);
        referredLie(3, 7);
        end(1, 2);
        vm.assertEq(bondOfCommodity(), 0);
        evaluations.finalize(second);
        vm.assertEq(uint256(evaluations.roundOf(second).state), uint256(RoundState.Voided));
        vm.assertEq(commodities.commodityOf(commodityId).pledged, 0);
    }

    /// Sibling lots whose seals stay closed are charged to a friend of the producer; what a court can take is there all the same.
    function test_attack_emptyingTheBondThroughSealsOfSiblings() public {
        uint32[3] memory own;
        own[0] = offerLot(commodityId, "LOT-B", START, 1);
        own[1] = offerLot(commodityId, "LOT-C", START, 1);
        own[2] = offerLot(commodityId, "LOT-D", START, 1);
        enlist(11);
        for (uint256 i; i < 10; ++i) {
            measured[reporters[i]][lotId] = i < 3 ? truth() : lie();
            order(reporters[i], lotId, SALES, idOf(i));
        }
        address friend = reporters[10];
        for (uint256 k; k < 3; ++k) {
            measured[friend][own[k]] = lie();
            order(friend, own[k], 1, 0);
        }
        Book memory book = post(START);
        for (uint256 i; i < 10; ++i) commit(reporters[i], book, i);
        for (uint256 k; k < 3; ++k) commit(friend, book, 10 + k);
        toEpoch(CLOSING);
        unseal();
        for (uint256 i; i < 10; ++i) reveal(reporters[i], lotId);
        for (uint256 k; k < 3; ++k) reveal(friend, own[k]);
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, lie(), ids(10));
        challenge(alice, truth(), BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        for (uint256 k; k < 3; ++k) {
            evaluations.finalize(own[k]);
            evaluations.claim(own[k], 11);
        }
        vm.assertEq(bondOfCommodity(), COMMODITY_BOND);
        end(1, 2);
        vm.assertEq(evaluations.creditOf(alice), COMMODITY_BOND / 2);
    }

    /// A court took the bond because of one lot: the others cannot be sold on with nothing behind them.
    function test_attack_sellingSiblingLotsWithoutABond() public {
        uint32 second = offerLot(commodityId, "LOT-Z", START, 8);
        toEpoch(START);
        vm.assertTrue(commodities.isSellable(second));
        disputeListing(alice, BOND);
        end(1, 2);
        vm.assertEq(bondOfCommodity(), 0);
        vm.assertFalse(commodities.isSellable(second));
    }

    /// Who holds the one place of a case about a lot to keep others out loses a bond each time.
    function test_attack_squattingTheListingCase() public {
        Squatter squatter = new Squatter();
        equip(address(squatter));
        vm.expectRevert(abi.encodeWithSelector(IDisputes.BondTooLow.selector, 0, BOND));
        squatter.squat(disputes, 0, lotId, 0, COST);
        squatter.squat(disputes, 0, lotId, BOND, COST);
        for (uint256 k = 1; k <= 5; ++k) {
            judge(k, 1);
            squatter.squat(disputes, k, lotId, BOND, COST);
        }
        vm.assertEq(disputes.auditFundAccrued(), 5 * BOND);
    }

    /// Who opens the case first to burn the bounty of whoever has the proof must bond what earns it.
    function test_attack_frontrunningWithoutABond() public {
        bytes memory empty = abi.encodeCall(IDisputes.disputeListing, (lotId, Ground.Counterfeit, 0, EVIDENCE));
        refuse(eve, COST, empty, abi.encodeWithSelector(IDisputes.BondTooLow.selector, 0, BOND));
        disputeListing(alice, BOND);
        end(1, 2);
        vm.assertEq(disputes.creditOf(alice), BOND + COMMODITY_BOND / 2);
    }

    /// Who pays what the arbitrator's cost has risen by gets it back with everybody else's.
    function test_attack_lockingTheCoinsOfWhoHelps() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        toEpoch(SCORING);
        court.setCost(3 * COST);
        vm.prank(bob);
        disputes.refer{value: 2 * COST}(lotId);
        end(1, 0);
        court.payBack(0);
        disputes.reclaimFees(1);
        vm.assertEq(disputes.coinsOf(alice), COST);
        vm.assertEq(disputes.coinsOf(bob), 2 * COST);
        vm.assertEq(disputes.returnedBy(court), 0);
    }

    /// Spam of cases about a lot costs the arbitrator's fee each time and holds the bond no longer than they last.
    function test_attack_spamOfListingCases() public {
        for (uint256 i; i < 3; ++i) {
            disputeListing(eve, BOND);
            end(disputes.caseCount(), 1);
        }
        vm.assertEq(disputes.auditFundAccrued(), 3 * BOND);
        vm.assertEq(eve.balance, COINS - 3 * COST);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 0);
        vm.assertEq(bondOfCommodity(), COMMODITY_BOND);
    }

    /// Nobody but the arbitrator of a case rules on it, also not one that calls its own disputes by the same number.
    function test_attack_aForgedRuling() public {
        referredLie(3, 7);
        refuse(
            eve,
            0,
            abi.encodeCall(IArbitrable.rule, (0, 1)),
            abi.encodeWithSelector(IDisputes.UnknownDispute.selector, eve, 0)
        );
    }

    /* HELPERS */

    function slashAll() private {
        toEpoch(roundOf().scoringEpoch);
        evaluations.score(lotId, ids(10));
        toEpoch(roundOf().scoringEpoch + 1);
        evaluations.close(lotId);
        for (uint32 id = 1; id <= 10; ++id) evaluations.claim(lotId, id);
    }

    function stands(address account) private view returns (bool) {
        Challenge[] memory list = disputes.challengesOf(1);
        for (uint256 i; i < list.length; ++i) if (list[i].challenger == account) return true;
        return false;
    }

    function choiceOf(address account) private view returns (uint256) {
        Challenge[] memory list = disputes.challengesOf(1);
        for (uint256 i; i < list.length; ++i) if (list[i].challenger == account) return 2 + i;
        vm.assertTrue(false, "no such challenger");
        return 0;
    }

    function callOf(int32[] memory values, uint96 bond) private view returns (bytes memory) {
        return abi.encodeCall(IDisputes.challenge, (lotId, values, bond, EVIDENCE));
    }
}
