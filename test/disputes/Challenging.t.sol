// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IEvidence} from "@kleros/erc-792/contracts/erc-1497/IEvidence.sol";
import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {ICondemnations} from "../../contracts/commodities/ICondemnations.sol";
import {Disputes} from "../../contracts/disputes/Disputes.sol";
import {Case, CaseKind, CaseState, Challenge, Ground, IDisputes} from "../../contracts/disputes/IDisputes.sol";
import {IEvaluations} from "../../contracts/experience/IEvaluations.sol";
import {IRulings} from "../../contracts/experience/IRulings.sol";
import {AssetTransfers} from "../../contracts/shared/AssetTransfers.sol";
import {DocumentUri} from "../../contracts/shared/DocumentUri.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {DisputesTest} from "../support/DisputesTest.sol";
import {ShortToken} from "../support/ShortToken.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Challenges of a round: what they record, when they are refused, and which four of them stand.
contract ChallengingTest is DisputesTest {
    /* THE FIRST ONE */

    function test_challenge_opensACase() public {
        tallied(3, 7);
        uint256 balance = asset.balanceOf(alice);
        uint48 deadline = startOf(SCORING) + LAPSE;
        vm.expectEmit(true, true, true, true, address(evaluations));
        emit IRulings.RoundHeld(lotId, address(disputes));
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseOpened(1, CaseKind.Evaluation, lotId, Ground.None, court, producer, expert, deadline);
        vm.expectEmit(true, true, true, true, address(commodities));
        emit ICondemnations.BondHeld(lotId, commodityId, address(disputes), 1);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.ChallengeAdded(1, alice, truth(), BOND, COST, EVIDENCE);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IEvidence.Evidence(court, 1, alice, DocumentUri.uriOf(EVIDENCE));
        vm.assertEq(challenge(alice, truth(), BOND), 1);

        Case memory one = caseAt(1);
        vm.assertEq(uint256(one.kind), uint256(CaseKind.Evaluation));
        vm.assertEq(uint256(one.state), uint256(CaseState.Collecting));
        vm.assertEq(one.subject, lotId);
        vm.assertEq(address(one.arbitrator), address(court));
        vm.assertEq(one.evaluations, address(evaluations));
        vm.assertEq(one.deadline, deadline);
        vm.assertTrue(one.reportersFixed);
        Challenge memory first = challengeAt(1, 0);
        vm.assertEq(first.challenger, alice);
        vm.assertEq(first.bond, BOND);
        vm.assertEq(first.fee, COST);
        vm.assertEq(Values.unwrap(first.values), Values.unwrap(pack(truth())));
        vm.assertEq(disputes.caseOfRound(lotId), 1);
        vm.assertEq(evaluations.disputesOf(lotId), address(disputes));
        vm.assertTrue(roundOf().held);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 1);
        vm.assertEq(asset.balanceOf(alice), balance - BOND);
        vm.assertEq(asset.balanceOf(address(disputes)), BOND);
        vm.assertEq(address(disputes).balance, COST);
    }

    /// A tally in the last second leaves no time, so nobody has to wait for it.
    function test_challenge_beforeTheTally() public {
        revealed(3, 7);
        vm.warp(startOf(SCORING) - 1);
        challenge(alice, truth(), BOND);
        tally(lie());
        toEpoch(SCORING);
        disputes.refer(lotId);
        assertState(1, CaseState.Pending);
    }

    function testFuzz_challenge_takesAnyInt32(int32 a, int32 b, uint96 bond) public {
        tallied(3, 7);
        bond = uint96(bound(bond, BOND, 1e30));
        // The claims are what was tallied.
        if (a > 130 && a < 150) a = 200;
        challenge(alice, pair(a, b), bond);
        vm.assertEq(Values.unwrap(challengeAt(1, 0).values), Values.unwrap(pack(pair(a, b))));
        vm.assertEq(challengeAt(1, 0).bond, bond);
    }

    function test_challenge_keepsTheModelOwnerOfItsTime() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        vm.prank(expert);
        models.transferFrom(expert, bob, modelId);
        vm.assertEq(caseAt(1).expert, expert);
    }

    /* REFUSALS */

    function test_challenge_refusesOutsideTheTallyWindow() public {
        revealed(3, 7);
        uint48 from = startOf(CLOSING) + EPOCH / 2;
        bytes memory reason = outsideWindow(from, startOf(SCORING));
        vm.warp(from - 1);
        refuse(alice, COST, callOf(truth(), BOND), reason);
        toEpoch(SCORING);
        refuse(alice, COST, callOf(truth(), BOND), reason);
    }

    function test_challenge_refusesWhatCannotBeTallied() public {
        revealed(2, 2);
        refuse(
            alice,
            COST,
            callOf(truth(), BOND),
            abi.encodeWithSelector(IEvaluations.NotEnoughReports.selector, lotId, 4, 5)
        );
    }

    function test_challenge_refusesClaimsThatAreSealed() public {
        toSecondHalf(CLOSING);
        refuse(
            alice,
            COST,
            callOf(truth(), BOND),
            abi.encodeWithSelector(IEvaluations.ClaimsStillSealed.selector, lotId)
        );
    }

    function test_challenge_refusesAnUnknownLot() public {
        refuse(
            alice,
            COST,
            abi.encodeCall(IDisputes.challenge, (77, truth(), BOND, EVIDENCE)),
            abi.encodeWithSelector(ICommodities.UnknownLot.selector, 77)
        );
    }

    function test_challenge_refusesAWrongNumberOfValues() public {
        tallied(3, 7);
        refuse(alice, COST, callOf(new int32[](1), BOND), abi.encodeWithSelector(IDisputes.ValueCount.selector, 1, 2));
        refuse(alice, COST, callOf(new int32[](3), BOND), abi.encodeWithSelector(IDisputes.ValueCount.selector, 3, 2));
    }

    function test_challenge_refusesALowBond() public {
        tallied(3, 7);
        refuse(
            alice,
            COST,
            callOf(truth(), BOND - 1),
            abi.encodeWithSelector(IDisputes.BondTooLow.selector, BOND - 1, BOND)
        );
    }

    function test_challenge_refusesTooFewCoins() public {
        tallied(3, 7);
        refuse(
            alice,
            COST - 1,
            callOf(truth(), BOND),
            abi.encodeWithSelector(IDisputes.FeeTooLow.selector, COST - 1, COST)
        );
    }

    function test_challenge_refusesWithoutEvidence() public {
        tallied(3, 7);
        refuse(
            alice,
            COST,
            abi.encodeCall(IDisputes.challenge, (lotId, truth(), BOND, 0)),
            abi.encodeWithSelector(IDisputes.NoEvidence.selector)
        );
    }

    function test_challenge_refusesWithoutAnArbitrator() public {
        tallied(3, 7);
        disputes.appointArbitrator(IArbitrator(address(0)));
        refuse(alice, COST, callOf(truth(), BOND), abi.encodeWithSelector(IDisputes.NoArbitrator.selector));
        vm.expectRevert(abi.encodeWithSelector(IDisputes.NoArbitrator.selector));
        disputes.arbitrationCost();
    }

    function test_challenge_refusesWhoIsNotAppointed() public {
        tallied(3, 7);
        Disputes others = deployDisputes();
        others.appointArbitrator(court);
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(IRulings.NotDisputes.selector, lotId, address(others), address(disputes))
        );
        others.challenge{value: COST}(lotId, truth(), BOND, EVIDENCE);
    }

    function test_challenge_refusesTheTalliedConsensus() public {
        tallied(3, 7);
        bytes memory reason = abi.encodeWithSelector(IDisputes.SaysTheSame.selector, lotId);
        refuse(alice, COST, callOf(lie(), BOND), reason);
        // A quarter of the tolerances 10 and 50.
        refuse(alice, COST, callOf(pair(142, 112), BOND), reason);
        refuse(alice, COST, callOf(pair(138, 88), BOND), reason);
        challenge(alice, pair(143, 100), BOND);
        challenge(bob, pair(140, 113), BOND);
    }

    function test_challenge_refusesAShortTransfer() public {
        tallied(3, 7);
        vm.etch(address(asset), address(new ShortToken()).code);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(AssetTransfers.ShortTransfer.selector, BOND, BOND - 1));
        disputes.challenge{value: COST}(lotId, truth(), BOND, EVIDENCE);
    }

    /* WHICH FOUR STAND */

    function test_challenge_takesFour() public {
        fill();
        vm.assertEq(disputes.challengesOf(1).length, 4);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 1);
        refuse(
            eve,
            COST,
            callOf(pair(-100, 0), BOND),
            abi.encodeWithSelector(IDisputes.BondTooLow.selector, BOND, BOND + 1)
        );
    }

    function test_challenge_aFifthTakesTheLowestPlace() public {
        fill();
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.ChallengeReplaced(1, alice);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.BondSettled(1, alice, BOND, false);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.FeeCredited(1, alice, COST);
        challenge(eve, pair(-100, 0), BOND + 1);
        vm.assertEq(disputes.creditOf(alice), BOND);
        vm.assertEq(disputes.coinsOf(alice), COST);
        vm.assertEq(disputes.challengesOf(1).length, 4);
        vm.assertEq(stands(alice), 0);
        vm.assertEq(stands(eve), 1);
    }

    /// Of equal bonds the one further back gives way, so that who came first keeps his place.
    function test_challenge_ofEqualBondsTheLaterGivesWay() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        challenge(bob, pair(180, 100), BOND);
        challenge(carol, pair(155, 300), BOND);
        challenge(dave, pair(100, -200), BOND);
        challenge(eve, pair(-100, 0), BOND + 1);
        vm.assertEq(stands(alice) + stands(bob) + stands(carol), 3);
        vm.assertEq(stands(dave), 0);
    }

    function test_challenge_ofTheSameNeedsMoreBond() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        refuse(bob, COST, callOf(truth(), BOND), abi.encodeWithSelector(IDisputes.BondTooLow.selector, BOND, BOND + 1));
        refuse(
            bob,
            COST,
            callOf(pair(157, 112), BOND),
            abi.encodeWithSelector(IDisputes.BondTooLow.selector, BOND, BOND + 1)
        );
        challenge(bob, pair(157, 112), BOND + 1);
        vm.assertEq(disputes.challengesOf(1).length, 1);
        vm.assertEq(stands(bob), 1);
        vm.assertEq(disputes.creditOf(alice), BOND);
        // A little further off it is something else.
        challenge(carol, pair(157, 99), BOND);
        vm.assertEq(disputes.challengesOf(1).length, 2);
    }

    /// Between two that differ lies one that says the same as both: it must bond more than they do together.
    function test_challenge_betweenTwoNeedsMoreThanBoth() public {
        tallied(3, 7);
        challenge(alice, pair(160, 100), BOND);
        challenge(bob, pair(164, 100), BOND + 5);
        refuse(
            carol,
            COST,
            callOf(pair(162, 100), 2 * BOND + 5),
            abi.encodeWithSelector(IDisputes.BondTooLow.selector, 2 * BOND + 5, 2 * BOND + 6)
        );
        challenge(carol, pair(162, 100), 2 * BOND + 6);
        vm.assertEq(disputes.challengesOf(1).length, 1);
        vm.assertEq(disputes.creditOf(alice), BOND);
        vm.assertEq(disputes.creditOf(bob), BOND + 5);
    }

    function test_challenge_fromAFullListOfTheSameTakesNoOtherPlace() public {
        fill();
        challenge(eve, truth(), BOND + 1);
        vm.assertEq(disputes.challengesOf(1).length, 4);
        vm.assertEq(stands(alice), 0);
        vm.assertEq(stands(bob) + stands(carol) + stands(dave) + stands(eve), 4);
    }

    /* HELPERS */

    /// @dev Alice's bond is the lowest, and the first.
    function fill() private {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        challenge(bob, pair(180, 100), BOND + 10);
        challenge(carol, pair(155, 300), BOND + 20);
        challenge(dave, pair(100, -200), BOND + 30);
    }

    function stands(address account) private view returns (uint256 count) {
        Challenge[] memory list = disputes.challengesOf(1);
        for (uint256 i; i < list.length; ++i) if (list[i].challenger == account) ++count;
    }

    function callOf(int32[] memory values, uint96 bond) private view returns (bytes memory) {
        return abi.encodeCall(IDisputes.challenge, (lotId, values, bond, EVIDENCE));
    }
}
