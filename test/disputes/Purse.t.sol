// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {IEvidence} from "@kleros/erc-792/contracts/erc-1497/IEvidence.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Disputes} from "../../contracts/disputes/Disputes.sol";
import {CaseKind, CaseState, Ground, IDisputes} from "../../contracts/disputes/IDisputes.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {DocumentUri} from "../../contracts/shared/DocumentUri.sol";
import {DisputesTest} from "../support/DisputesTest.sol";
import {Coinless, Reentrant} from "../support/Reentrant.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice What waits to be fetched, and what the timelock may do.
contract PurseTest is DisputesTest {
    /* MONEY AND COINS */

    function test_withdraw_paysOnce() public {
        disputeListing(alice, BOND);
        end(1, 0);
        uint256 before = asset.balanceOf(alice);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CreditWithdrawn(alice, BOND);
        vm.prank(eve);
        vm.assertEq(disputes.withdraw(alice), BOND);
        vm.assertEq(asset.balanceOf(alice) - before, BOND);
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.withdraw, (alice)),
            abi.encodeWithSelector(IDisputes.NothingToWithdraw.selector, alice)
        );
    }

    function test_withdrawCoins_paysOnce() public {
        vm.prank(alice);
        disputes.disputeListing{value: COST + 5}(lotId, Ground.Counterfeit, BOND, EVIDENCE);
        uint256 before = alice.balance;
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.CoinsWithdrawn(alice, 5);
        vm.prank(eve);
        vm.assertEq(disputes.withdrawCoins(payable(alice)), 5);
        vm.assertEq(alice.balance - before, 5);
        refuse(
            eve,
            0,
            abi.encodeCall(IDisputes.withdrawCoins, (payable(alice))),
            abi.encodeWithSelector(IDisputes.NothingToWithdraw.selector, alice)
        );
    }

    function test_withdrawCoins_twiceAtOnce() public {
        address thief = address(new Reentrant());
        equip(thief);
        vm.prank(alice);
        disputes.disputeListing{value: COST + 5}(lotId, Ground.Counterfeit, BOND, EVIDENCE);
        vm.prank(thief);
        disputes.disputeModel{value: COST + 5}(modelId, Ground.Counterfeit, BOND, EVIDENCE);
        Reentrant(payable(thief)).arm(address(disputes), abi.encodeCall(IDisputes.withdrawCoins, (payable(thief))));
        disputes.withdrawCoins(payable(thief));
        vm.assertFalse(Reentrant(payable(thief)).succeeded());
        vm.assertEq(address(disputes).balance, 5);
    }

    /// Who takes no coins holds up nobody, not even himself.
    function test_withdrawCoins_ofWhoTakesNone() public {
        address wall = address(new Coinless());
        equip(wall);
        vm.prank(wall);
        disputes.disputeListing{value: COST + 5}(lotId, Ground.Counterfeit, BOND, EVIDENCE);
        end(1, 0);
        vm.expectRevert();
        disputes.withdrawCoins(payable(wall));
        vm.assertEq(disputes.withdraw(wall), BOND);
        vm.assertEq(disputes.coinsOf(wall), 5);
    }

    function test_collectAuditFund() public {
        disputeListing(alice, BOND);
        end(1, 1);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.AuditFundCollected(treasury, BOND);
        disputes.collectAuditFund();
        vm.assertEq(asset.balanceOf(treasury), BOND);
        vm.assertEq(disputes.auditFundAccrued(), 0);
        settlement.appointRecipients(address(0), address(0));
        vm.expectRevert(abi.encodeWithSelector(IDisputes.NoRecipient.selector));
        disputes.collectAuditFund();
    }

    /* WHAT ARBITRATORS PAY BACK */

    function test_reclaimFees_ofACaseWithoutARuling() public {
        tallied(3, 7);
        challenge(alice, truth(), BOND);
        challenge(bob, pair(180, 100), BOND);
        toEpoch(SCORING);
        disputes.refer(lotId);
        disputes.withdrawCoins(payable(alice));
        disputes.withdrawCoins(payable(bob));
        end(1, 0);
        bytes memory call_ = abi.encodeCall(IDisputes.reclaimFees, (1));
        bytes memory nothing = abi.encodeWithSelector(IDisputes.NothingToReclaim.selector, 1);
        refuse(eve, 0, call_, nothing);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.FeesReturned(court, COST);
        court.payBack(0);
        vm.assertEq(disputes.returnedBy(court), COST);
        disputes.reclaimFees(1);
        vm.assertEq(disputes.coinsOf(alice), COST / 2);
        vm.assertEq(disputes.coinsOf(bob), COST / 2);
        vm.assertEq(disputes.returnedBy(court), 0);
        refuse(eve, 0, call_, nothing);
    }

    function test_reclaimFees_refusesCasesThatWereRuled() public {
        referredLie(3, 7);
        court.payBack(0);
        bytes memory call_ = abi.encodeCall(IDisputes.reclaimFees, (1));
        refuse(eve, 0, call_, wrongState(1, CaseState.Pending, CaseState.Closed));
        end(1, 2);
        refuse(eve, 0, call_, abi.encodeWithSelector(IDisputes.NothingToReclaim.selector, 1));
    }

    function testFuzz_receive_refusesEverybodyElse(address payer) public {
        vm.assume(payer != address(court) && payer != address(this));
        vm.deal(payer, 1 ether);
        refuse(payer, 1, "", abi.encodeWithSelector(IDisputes.NotArbitrator.selector, payer));
    }

    /* GOVERNANCE */

    function testFuzz_setBondRequired(uint96 bond) public {
        bond = uint96(bound(bond, 1e6, 100_000e6));
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.BondRequiredSet(BOND, bond);
        disputes.setBondRequired(bond);
        vm.assertEq(disputes.bondRequired(), bond);
    }

    function testFuzz_setBondRequired_refusesOutsideItsBounds(uint96 bond) public {
        if (bond >= 1e6 && bond <= 100_000e6) bond = 1e6 - 1;
        vm.expectRevert(
            abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, bytes32("challengeBond"), bond, 1e6, 100_000e6)
        );
        disputes.setBondRequired(bond);
    }

    function test_setMetaEvidence_numbersDocuments() public {
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IEvidence.MetaEvidence(1, DocumentUri.uriOf(DOCUMENT));
        disputes.setMetaEvidence(CaseKind.Model, DOCUMENT);
        disputes.setMetaEvidence(CaseKind.Listing, EVIDENCE);
        disputes.setMetaEvidence(CaseKind.Model, EVIDENCE);
        vm.assertEq(disputes.metaEvidenceOf(CaseKind.Model), 3);
        vm.assertEq(disputes.metaEvidenceOf(CaseKind.Listing), 2);
        vm.assertEq(disputes.metaEvidenceOf(CaseKind.Evaluation), 0);
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IEvidence.Dispute(court, 0, 3, 1);
        disputeModel(alice, BOND);
    }

    function testFuzz_governance_only(address caller) public {
        vm.assume(caller != address(this));
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        refuse(caller, 0, abi.encodeCall(disputes.appointArbitrator, (IArbitrator(caller))), reason);
        refuse(caller, 0, abi.encodeCall(disputes.setBondRequired, (1e6)), reason);
        refuse(caller, 0, abi.encodeCall(disputes.setMetaEvidence, (CaseKind.Model, DOCUMENT)), reason);
    }

    function test_appointArbitrator() public {
        vm.expectEmit(true, true, true, true, address(disputes));
        emit IDisputes.ArbitratorAppointed(IArbitrator(eve));
        disputes.appointArbitrator(IArbitrator(eve));
        vm.assertTrue(disputes.isArbitrator(IArbitrator(eve)));
        vm.assertTrue(disputes.isArbitrator(court));
    }

    function testFuzz_constructor_boundsTheLapse(uint32 seconds_) public {
        if (seconds_ >= 1 hours && seconds_ <= 400 days) seconds_ = 1 hours - 1;
        vm.expectRevert(
            abi.encodeWithSelector(
                Bounds.ParameterOutOfBounds.selector,
                bytes32("lapseAfter"),
                seconds_,
                1 hours,
                400 days
            )
        );
        new Disputes(address(access), asset, commodities, models, settlement, GENESIS, EPOCH, seconds_);
    }
}
