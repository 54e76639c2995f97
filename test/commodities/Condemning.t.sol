// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ICommodities, LotState, ScoringBasis, Standing, Verdict} from "../../contracts/commodities/ICommodities.sol";
import {ICondemnations} from "../../contracts/commodities/ICondemnations.sol";
import {Record} from "../../contracts/commodities/Record.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {CommoditiesTest} from "../support/CommoditiesTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Cases about lots and what a court does to them. The contract for disputes is a plain account here.
contract CondemningTest is CommoditiesTest {
    address private constant DISPUTES = address(0xD15);
    address private constant NEXT = address(0xD16);

    uint32 private lot;

    function setUp() public override {
        super.setUp();
        commodities.appointDisputes(DISPUTES);
        lot = anyLot(START);
    }

    /* HOLDING THE BOND */

    function test_holdBond_countsCases() public {
        vm.expectEmit(true, true, true, true, address(commodities));
        emit ICondemnations.BondHeld(lot, commodityId, DISPUTES, 1);
        hold(lot);
        uint32 second = anyLot(START);
        hold(second);
        hold(second);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 3);
        vm.expectEmit(true, true, true, true, address(commodities));
        emit ICondemnations.BondReleased(second, commodityId, DISPUTES, 2);
        release(second);
        release(lot);
        refuseRelease(lot);
        release(second);
        refuseRelease(second);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 0);
    }

    function testFuzz_holdBond_byTheAppointedOnly(address caller) public changesNothing {
        vm.assume(caller != DISPUTES);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ICondemnations.NotDisputes.selector, caller, DISPUTES));
        commodities.holdBond(lot);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ICondemnations.NoCase.selector, lot, caller));
        commodities.releaseBond(lot);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ICondemnations.NoCase.selector, lot, caller));
        commodities.condemn(lot);
    }

    function test_holdBond_refusesAnUnknownLot() public changesNothing {
        vm.prank(DISPUTES);
        vm.expectRevert(abi.encodeWithSelector(ICommodities.UnknownLot.selector, 9));
        commodities.holdBond(9);
    }

    function test_withdrawBond_waitsForTheCases() public {
        hold(lot);
        toEpoch(START + 4 + 8);
        vm.startPrank(producer);
        commodities.retire(commodityId);
        vm.expectRevert(abi.encodeWithSelector(ICondemnations.CasesOpen.selector, commodityId, 1));
        commodities.withdrawBond(commodityId);
        vm.stopPrank();
        release(lot);
        vm.prank(producer);
        commodities.withdrawBond(commodityId);
        vm.assertEq(bondOf(commodityId), 0);
    }

    /// Who is no longer appointed ends what he has, and begins nothing.
    function test_appointDisputes_openCasesStay() public {
        hold(lot);
        commodities.appointDisputes(NEXT);
        vm.assertEq(commodities.disputes(), NEXT);
        vm.prank(DISPUTES);
        vm.expectRevert(abi.encodeWithSelector(ICondemnations.NotDisputes.selector, DISPUTES, NEXT));
        commodities.holdBond(lot);
        vm.prank(NEXT);
        vm.expectRevert(abi.encodeWithSelector(ICondemnations.NoCase.selector, lot, NEXT));
        commodities.condemn(lot);
        condemn(lot);
        release(lot);
        vm.assertEq(uint256(stateOf(lot)), uint256(LotState.Suspended));
    }

    function testFuzz_appointDisputes_governanceOnly(address caller) public {
        vm.assume(caller != address(this));
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        commodities.appointDisputes(caller);
        vm.expectEmit(true, true, true, true, address(commodities));
        emit ICondemnations.DisputesAppointed(caller);
        commodities.appointDisputes(caller);
    }

    /* CONDEMNING */

    function test_condemn_suspendsAndTakesTheBond() public {
        hold(lot);
        vm.expectEmit(true, true, true, true, address(commodities));
        emit ICommodities.BondChanged(commodityId, 0);
        vm.expectEmit(true, true, true, true, address(commodities));
        emit ICommodities.LotSuspended(lot, commodityId, BOND + CHARGE);
        vm.assertEq(condemn(lot), BOND + CHARGE);
        vm.assertEq(asset.balanceOf(DISPUTES), BOND + CHARGE);
        vm.assertEq(uint256(stateOf(lot)), uint256(LotState.Suspended));
        vm.assertFalse(commodities.isSellable(lot));
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(Standing.Flagged));
        // Its round runs, so that its charge stays pledged.
        vm.assertEq(commodities.commodityOf(commodityId).pledged, CHARGE);
        // Twice changes nothing.
        vm.assertEq(condemn(lot), 0);
    }

    function testFuzz_condemn_thenTheRoundEnds(uint8 kind) public {
        LotState end = LotState(uint8(bound(kind, uint8(LotState.Trusted), uint8(LotState.Suspended))));
        hold(lot);
        condemn(lot);
        topUp();
        vm.startPrank(address(evaluations));
        if (end == LotState.Trusted) commodities.concludeProven(lot, two(140, 0), 7, 700);
        if (end == LotState.Flagged) commodities.concludeProven(lot, two(200, 0), 7, 700);
        if (end == LotState.Unproven) commodities.concludeUnproven(lot, 2);
        uint256 charged = end == LotState.Suspended ? commodities.concludeSealed(lot) : 0;
        vm.assertEq(charged, end == LotState.Suspended ? CHARGE : 0);
        vm.expectRevert(abi.encodeWithSelector(ICommodities.AlreadyConcluded.selector, lot, LotState.Suspended));
        commodities.concludeUnproven(lot, 0);
        vm.stopPrank();
        vm.assertEq(uint256(stateOf(lot)), uint256(LotState.Suspended));
        vm.assertEq(commodities.commodityOf(commodityId).pledged, 0);
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(Standing.Flagged));
        // What was measured is known all the same.
        bool proven = end == LotState.Trusted || end == LotState.Flagged;
        vm.assertEq(commodities.lastConsensus(commodityId, "MOISTURE").closingEpoch, proven ? START + 4 : 0);
    }

    /// The verdict of the round says that the lot is suspended, so that who follows events keeps it so.
    function test_condemn_theVerdictSaysSo() public {
        hold(lot);
        condemn(lot);
        Verdict memory verdict;
        (verdict.consensus, verdict.claims) = (new int32[](2), new int32[](2));
        (verdict.consensus[0], verdict.claims[0]) = (140, 140);
        verdict.grades = new uint16[](2);
        (verdict.grades[0], verdict.grades[1]) = (10_000, 10_000);
        (verdict.overallBps, verdict.reports, verdict.effectiveReports) = (10_000, 7, 700);
        verdict.state = LotState.Suspended;
        vm.expectEmit(true, true, true, true, address(commodities));
        emit ICommodities.TwinProven(lot, commodityId, verdict);
        prove(lot, two(140, 0));
    }

    function testFuzz_condemn_ofAFinishedLot(uint8 kind) public {
        LotState end = LotState(uint8(bound(kind, uint8(LotState.Trusted), uint8(LotState.Suspended))));
        conclude(lot, end);
        uint256 bond = bondOf(commodityId);
        hold(lot);
        vm.assertEq(condemn(lot), bond);
        vm.assertEq(uint256(stateOf(lot)), uint256(LotState.Suspended));
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(Standing.Flagged));
        vm.prank(address(evaluations));
        vm.expectRevert(abi.encodeWithSelector(ICommodities.AlreadyConcluded.selector, lot, LotState.Suspended));
        commodities.concludeUnproven(lot, 0);
    }

    /// Its place in the record changes, and no other one.
    function test_condemn_changesTheRecordInPlace() public {
        uint32 second = anyLot(START);
        topUp();
        uint32 third = anyLot(START);
        conclude(lot, LotState.Trusted);
        conclude(second, LotState.Trusted);
        conclude(third, LotState.Trusted);
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(Standing.Trusted));
        hold(lot);
        condemn(lot);
        // One bad one of three, and not the last.
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(Standing.Mixed));
        hold(second);
        condemn(second);
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(Standing.Flagged));
    }

    function testFuzz_record_suspendIsEnteringItSuspended(uint256 seed, uint8 which) public pure {
        uint256 count = 1 + (seed % 6);
        uint256 target = bound(which, 0, count - 1);
        uint256 record;
        uint256 direct;
        for (uint256 i; i < count; ++i) {
            uint32 closing = uint32(10 + (uint256(keccak256(abi.encode(seed, i))) % 4));
            LotState state = LotState(uint8(2 + ((seed >> (8 * i)) % 2)));
            record = Record.enter(record, closing, uint32(i + 1), state);
            direct = Record.enter(direct, closing, uint32(i + 1), i == target ? LotState.Suspended : state);
        }
        uint32 closingOfIt = uint32(10 + (uint256(keccak256(abi.encode(seed, target))) % 4));
        vm.assertEq(Record.suspend(record, closingOfIt, uint32(target + 1)), direct);
    }

    /* OVERTURNED */

    function test_concludeOverturned_takesTheBondForACriticalClaim() public {
        hold(lot);
        vm.expectEmit(true, true, true, true, address(commodities));
        emit ICommodities.LotSuspended(lot, commodityId, BOND + CHARGE);
        (ScoringBasis memory basis, uint256 charged) = overturn(two(151, 0));
        vm.assertEq(charged, BOND + CHARGE);
        vm.assertEq(basis.tolerances, (50 << 32) | 10);
        vm.assertEq(uint256(stateOf(lot)), uint256(LotState.Suspended));
        vm.assertEq(asset.balanceOf(address(evaluations)), BOND + CHARGE);
        vm.assertEq(commodities.commodityOf(commodityId).pledged, 0);
        vm.assertEq(uint256(commodities.standingOf(commodityId)), uint256(Standing.Flagged));
        vm.assertEq(uint256(int256(commodities.lastConsensus(commodityId, "MOISTURE").value)), 151);
    }

    function test_concludeOverturned_leavesTheBondElsewhere() public {
        hold(lot);
        (, uint256 charged) = overturn(two(150, 0));
        vm.assertEq(charged, 0);
        vm.assertEq(uint256(stateOf(lot)), uint256(LotState.Trusted));
        vm.assertEq(bondOf(commodityId), BOND + CHARGE);
    }

    function test_concludeOverturned_refusals() public changesNothing {
        vm.prank(address(evaluations));
        vm.expectRevert(abi.encodeWithSelector(ICommodities.NotDisputed.selector, lot));
        commodities.concludeOverturned(lot, two(150, 0), 7, 700);
        vm.prank(address(evaluations));
        vm.expectRevert(abi.encodeWithSelector(ICommodities.UnknownLot.selector, 9));
        commodities.concludeOverturned(9, two(150, 0), 7, 700);
    }

    function testFuzz_concludeOverturned_byItsEvaluationsOnly(address caller) public {
        vm.assume(caller != address(evaluations));
        hold(lot);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(ICommodities.NotEvaluations.selector, lot, caller));
        commodities.concludeOverturned(lot, two(150, 0), 7, 700);
    }

    /* HELPERS */

    function hold(uint32 ofLot) private {
        vm.prank(DISPUTES);
        commodities.holdBond(ofLot);
    }

    function release(uint32 ofLot) private {
        vm.prank(DISPUTES);
        commodities.releaseBond(ofLot);
    }

    function refuseRelease(uint32 ofLot) private {
        vm.prank(DISPUTES);
        vm.expectRevert(abi.encodeWithSelector(ICondemnations.NoCase.selector, ofLot, DISPUTES));
        commodities.releaseBond(ofLot);
    }

    function condemn(uint32 ofLot) private returns (uint256) {
        vm.prank(DISPUTES);
        return commodities.condemn(ofLot);
    }

    function overturn(Values consensus) private returns (ScoringBasis memory, uint256) {
        vm.prank(address(evaluations));
        return commodities.concludeOverturned(lot, consensus, 7, 700);
    }

    function topUp() private {
        vm.prank(producer);
        commodities.topUpBond(commodityId, 10 * BOND);
    }
}
