// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDisputes} from "../../contracts/disputes/IDisputes.sol";
import {DisputesTest} from "../support/DisputesTest.sol";
import {TellingArbitrator} from "../support/TellingArbitrator.sol";
import {vm} from "../support/Vm.sol";

/// @notice Fees that come back from an arbitrator that tells disputes apart, as the commune's court does.
contract RefundsOfCasesTest is DisputesTest {
    TellingArbitrator private telling;

    function setUp() public override {
        super.setUp();
        telling = new TellingArbitrator(COST);
        court = telling;
        disputes.appointArbitrator(telling);
    }

    function test_reclaimFees_ofOnesOwnCaseOnly() public {
        uint256 first = disputeListing(alice, BOND);
        uint256 second = disputeModel(bob, BOND);
        end(first, 0);
        end(second, 0);
        telling.payBackPart(disputes.caseOf(first).disputeId, COST);
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.reclaimFees, (second)),
            abi.encodeWithSelector(IDisputes.NothingToReclaim.selector, second)
        );
        disputes.reclaimFees(first);
        vm.assertEq(disputes.coinsOf(alice), COST);
        vm.assertEq(disputes.coinsOf(bob), 0);
        vm.assertEq(disputes.returnedBy(telling), 0);
    }

    /// Seats that stayed empty are paid back whatever the ruling, and what comes later comes on top.
    function test_reclaimFees_inPartsOfACaseThatWasRuled() public {
        (uint256 caseId, ) = referredLie(3, 7);
        uint256 disputeId = disputes.caseOf(caseId).disputeId;
        end(caseId, 2);
        telling.payBackPart(disputeId, COST / 3);
        disputes.reclaimFees(caseId);
        vm.assertEq(disputes.coinsOf(alice), COST / 3);
        vm.assertEq(disputes.caseOf(caseId).reclaimed, COST / 3);
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.reclaimFees, (caseId)),
            abi.encodeWithSelector(IDisputes.NothingToReclaim.selector, caseId)
        );
        telling.payBackPart(disputeId, COST - COST / 3);
        disputes.reclaimFees(caseId);
        vm.assertEq(disputes.coinsOf(alice), COST);
        vm.assertEq(disputes.returnedBy(telling), 0);
    }

    /// What the arbitrator says but has not paid yet is not taken from others.
    function test_reclaimFees_notBeforeTheCoinsAreHere() public {
        uint256 caseId = disputeListing(alice, BOND);
        end(caseId, 0);
        vm.mockCall(
            address(telling),
            abi.encodeCall(telling.refundOf, (disputes.caseOf(caseId).disputeId)),
            abi.encode(COST)
        );
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.reclaimFees, (caseId)),
            abi.encodeWithSelector(IDisputes.NothingToReclaim.selector, caseId)
        );
    }
}
