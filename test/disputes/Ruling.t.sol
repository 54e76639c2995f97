// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrable} from "@kleros/erc-792/contracts/IArbitrable.sol";
import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {IEvidence} from "@kleros/erc-792/contracts/erc-1497/IEvidence.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IConflicts} from "../../contracts/court/IConflicts.sol";
import {CaseState, IDisputes} from "../../contracts/disputes/IDisputes.sol";
import {DocumentUri} from "../../contracts/shared/DocumentUri.sol";
import {ArbitratorDouble} from "../support/ArbitratorDouble.sol";
import {DisputesTest} from "../support/DisputesTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Evidence, conflicts and what arbitrators say.
contract RulingTest is DisputesTest {
    /* RULE */

    function test_rule_recordsAndNothingElse() public {
        referredLie(3, 7);
        court.decide(0, 2);
        vm.warp(block.timestamp + 3 days);
        bytes32 rounds = fingerprint();
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IArbitrable.Ruling(court, 0, 2);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CaseRuled(1, 2, false);
        court.executeRuling(0);
        assertState(1, CaseState.Ruled);
        vm.assertEq(caseAt(1).ruling, 2);
        vm.assertTrue(caseAt(1).answered);
        vm.assertEq(fingerprint(), rounds);
    }

    function testFuzz_rule_ofNoChoiceIsARefusal(uint256 ruling) public {
        referredLie(3, 7);
        ruling = bound(ruling, disputes.choiceOfNone(1) + 1, type(uint256).max);
        court.ruleAnything(disputes, 0, ruling);
        vm.assertEq(caseAt(1).ruling, 0);
        assertState(1, CaseState.Ruled);
    }

    function test_rule_refusesTwice() public {
        referredLie(3, 7);
        court.ruleAnything(disputes, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(IDisputes.AlreadyRuled.selector, 1));
        court.ruleAnything(disputes, 0, 2);
        disputes.execute(1);
        vm.expectRevert(abi.encodeWithSelector(IDisputes.AlreadyRuled.selector, 1));
        court.ruleAnything(disputes, 0, 2);
        vm.assertEq(caseAt(1).ruling, 1);
    }

    function testFuzz_rule_refusesWhoIsNotTheArbitratorOfTheDispute(address caller) public {
        vm.assume(caller != address(court));
        referredLie(3, 7);
        refuse(
            caller,
            0,
            abi.encodeCall(IArbitrable.rule, (0, 2)),
            abi.encodeWithSelector(IDisputes.UnknownDispute.selector, caller, 0)
        );
        vm.prank(address(court));
        vm.expectRevert(abi.encodeWithSelector(IDisputes.UnknownDispute.selector, address(court), 1));
        disputes.rule(1, 2);
    }

    /// A case keeps the arbitrator of its opening, also for what is created later.
    function test_rule_runningCasesKeepTheirArbitrator() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        ArbitratorDouble next = new ArbitratorDouble(2 * COST);
        disputes.appointArbitrator(next);
        vm.assertEq(disputes.arbitrationCost(), 2 * COST);
        challenge(bob, pair(180, 100), BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        vm.assertEq(court.count(), 1);
        vm.assertEq(next.count(), 0);
        vm.expectRevert(abi.encodeWithSelector(IDisputes.UnknownDispute.selector, address(next), 0));
        next.ruleAnything(disputes, 0, 2);
        judge(1, 3);
        vm.assertEq(caseAt(1).ruling, 3);
    }

    /// The ruling that arrives is the last one, whoever appealed the ones before.
    function test_rule_afterAnAppeal() public {
        referredLie(3, 7);
        court.decide(0, 1);
        uint256 cost = court.appealCost(0, "");
        vm.prank(eve);
        court.appeal{value: cost}(0, "");
        vm.assertEq(uint256(court.disputeStatus(0)), uint256(IArbitrator.DisputeStatus.Waiting));
        vm.warp(block.timestamp + 3 days);
        vm.expectRevert(abi.encodeWithSelector(ArbitratorDouble.NotAppealable.selector, 0));
        court.executeRuling(0);
        judge(1, 2);
        vm.assertEq(caseAt(1).ruling, 2);
        vm.assertEq(court.currentRuling(0), 2);
    }

    /* EVIDENCE */

    function test_submitEvidence_byAnybodyWhileTheCaseIsOpen() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IEvidence.Evidence(court, 1, eve, DocumentUri.uriOf(DOCUMENT));
        vm.prank(eve);
        disputes.submitEvidence(1, DOCUMENT);
        toEpoch(SCORING);
        disputes.refer(lotId);
        disputes.submitEvidence(1, DOCUMENT);
        judge(1, 2);
        bytes memory call_ = abi.encodeCall(IDisputes.submitEvidence, (1, DOCUMENT));
        refuse(eve, 0, call_, wrongState(1, CaseState.Ruled, CaseState.Pending));
        disputes.execute(1);
        refuse(eve, 0, call_, wrongState(1, CaseState.Closed, CaseState.Pending));
    }

    function test_submitEvidence_refusesNothing() public {
        referredLie(3, 7);
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.submitEvidence, (1, 0)),
            abi.encodeWithSelector(IDisputes.NoEvidence.selector)
        );
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.submitEvidence, (2, DOCUMENT)),
            wrongState(2, CaseState.None, CaseState.Pending)
        );
    }

    /* CONFLICTS */

    function test_isConflicted_ofAnEvaluation() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        challenge(bob, pair(180, 100), BOND);
        // Bob is not in the case any more.
        challenge(carol, pair(180, 100), BOND + 1);
        toEpoch(SCORING);
        disputes.refer(lotId);
        enlist(1);
        vm.assertTrue(conflicted(0, alice));
        vm.assertFalse(conflicted(0, bob));
        vm.assertTrue(conflicted(0, carol));
        vm.assertTrue(conflicted(0, producer));
        vm.assertTrue(conflicted(0, expert));
        for (uint256 i; i < 10; ++i) vm.assertTrue(conflicted(0, reporters[i]));
        vm.assertFalse(conflicted(0, reporters[10]));
        vm.assertFalse(conflicted(0, operator));
    }

    /// A court that gives the question 100,000 gas gets its answer, also at its longest: four challengers, nobody's party, cold storage.
    function test_isConflicted_isAnsweredWithLittleGas() public {
        tallied(3, 7);
        address[4] memory people = [alice, bob, carol, dave];
        for (uint256 i; i < 4; ++i) challenge(people[i], pair(int32(int256(160 + 20 * i)), 100), BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        vm.prank(address(court));
        (bool ok, bytes memory answer) = address(disputes).staticcall{gas: 100_000}(
            abi.encodeCall(IConflicts.isConflicted, (0, reporters[9]))
        );
        vm.assertTrue(ok);
        vm.assertTrue(abi.decode(answer, (bool)));
    }

    function test_isConflicted_doesNotChangeWithTheModelsOwner() public {
        disputeModel(alice, BOND);
        vm.prank(expert);
        models.transferFrom(expert, bob, modelId);
        vm.assertTrue(conflicted(0, expert));
        vm.assertTrue(conflicted(0, alice));
        vm.assertFalse(conflicted(0, bob));
        vm.assertFalse(conflicted(0, producer));
    }

    /// Who could still report might do so to leave a jury: reporters count where nobody can.
    function test_isConflicted_ofAListingCountsReportersOnceTheyAreFixed() public {
        disputeListing(alice, BOND);
        revealed(3, 7);
        vm.assertTrue(conflicted(0, producer));
        vm.assertTrue(conflicted(0, expert));
        vm.assertTrue(conflicted(0, alice));
        vm.assertFalse(conflicted(0, reporters[0]));
        end(1, 1);
        disputeListing(alice, BOND);
        vm.assertTrue(conflicted(1, reporters[0]));
        vm.assertTrue(conflicted(1, reporters[9]));
        vm.assertFalse(conflicted(1, operator));
    }

    function test_isConflicted_isAboutTheDisputesOfTheCaller() public {
        disputeListing(alice, BOND);
        vm.assertFalse(disputes.isConflicted(0, alice));
        vm.assertFalse(conflicted(7, alice));
    }

    function test_supportsInterface() public view {
        vm.assertTrue(disputes.supportsInterface(type(IERC165).interfaceId));
        vm.assertTrue(disputes.supportsInterface(type(IArbitrable).interfaceId));
        vm.assertTrue(disputes.supportsInterface(type(IConflicts).interfaceId));
        vm.assertFalse(disputes.supportsInterface(0xffffffff));
        vm.assertFalse(disputes.supportsInterface(type(IArbitrator).interfaceId));
    }

    function test_caseOf_refusesUnknownCases() public {
        vm.expectRevert(abi.encodeWithSelector(IDisputes.UnknownCase.selector, 0));
        disputes.caseOf(0);
        vm.expectRevert(abi.encodeWithSelector(IDisputes.UnknownCase.selector, 1));
        disputes.caseOf(1);
    }

    function conflicted(uint256 disputeId, address account) private returns (bool) {
        vm.prank(address(court));
        return disputes.isConflicted(disputeId, account);
    }
}
