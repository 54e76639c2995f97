// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {CaseKind, IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {IDemands, Leaf, LeafKind} from "../../contracts/platforms/IDemands.sol";
import {Case, CaseState, IPledges} from "../../contracts/platforms/IPledges.sol";
import {ISettlement} from "../../contracts/settlement/ISettlement.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Demands for leaves, and how they end when the leaf is there.
contract DemandsTest is PlatformsTest {
    uint32 private third;

    /// The lots 0 and 2 are in the statement, in a tree of two levels.
    function setUp() public override {
        super.setUp();
        offerLot(commodityId, "LOT-2", SALE, 2);
        third = offerLot(commodityId, "LOT-3", SALE, 2);
        receipts.push(receipt(4, 1, third, 4_000_000, 9, 1));
    }

    /* DEMANDING */

    function testFuzz_demandLeaf(uint8 which, address caller) public {
        vm.assume(caller != address(0));
        settle(receipts);
        openLot(receipts, lotId);
        Leaf memory leaf = _existing(which);
        bytes32 leafId = demands.leafIdOf(leaf);
        vm.assertEq(leafId, keccak256(abi.encode(leaf)));
        uint48 deadline = uint48(block.timestamp) + WINDOW;
        vm.deal(caller, PLEDGE);
        vm.expectEmit(true, true, true, true, address(demands));
        emit IDemands.LeafDemanded(platformId, 1, leafId, leaf, caller, PLEDGE, deadline);
        vm.prank(caller);
        demands.demandLeaf{value: PLEDGE}(leaf);

        Case memory one = demands.demandOf(leafId);
        vm.assertEq(one.challenger, caller);
        vm.assertEq(one.deadline, deadline);
        vm.assertEq(one.pledgeGwei, PLEDGE / 1 gwei);
        vm.assertTrue(one.state == CaseState.Open);
        vm.assertEq(platform().openCases, 1);
        vm.assertEq(address(demands).balance, PLEDGE);
        refuseDemand(leaf, abi.encodeWithSelector(IDemands.LeafAlreadyDemanded.selector, leafId));
    }

    function test_demandLeaf_pledge_limits() public {
        settle(receipts);
        bytes memory data = abi.encodeCall(IDemands.demandLeaf, (lotLeaf()));
        bytes memory tooLow = abi.encodeWithSelector(IPledges.PledgeTooLow.selector, PLEDGE - 1, PLEDGE);
        assertRefused(challenger, address(demands), PLEDGE - 1, data, tooLow);
        bytes memory odd = abi.encodeWithSelector(IPledges.PledgeNotInGwei.selector, PLEDGE + 1);
        assertRefused(challenger, address(demands), PLEDGE + 1, data, odd);
    }

    function test_demandLeaf_window() public {
        commit(receipts);
        toEpoch(3);
        vm.warp(block.timestamp - 1);
        bytes memory outside = abi.encodeWithSelector(
            IDemands.OutsideDemandWindow.selector,
            platformId,
            1,
            settlement.epochStart(3),
            settlement.epochStart(10)
        );
        refuseDemand(lotLeaf(), outside);
        toEpoch(10);
        refuseDemand(lotLeaf(), outside);
        vm.warp(block.timestamp - 1);
        demand(lotLeaf());
        toEpoch(3);
        demand(recommenderLeaf(0));
    }

    /// A statement that came late opens late.
    function test_demandLeaf_waits_for_the_challenge_window() public {
        commit(receipts);
        Leaf memory leaf = lotLeaf();
        leaf.epoch = 2;
        refuseDemand(leaf, abi.encodeWithSelector(ISettlement.NoStatement.selector, platformId, 2));
        leaf.platformId = 9;
        refuseDemand(leaf, abi.encodeWithSelector(ISettlement.NoStatement.selector, 9, 2));
    }

    function testFuzz_demandLeaf_refuses_what_cannot_exist(uint32 id) public {
        settle(receipts);
        openLot(receipts, lotId);
        uint32 outside = uint32(bound(id, 4, type(uint32).max));
        uint32 some = uint32(bound(id, 1, type(uint32).max));
        refuseNoLeaf(Leaf(platformId, 1, LeafKind.Lot, outside, 0));
        refuseNoLeaf(Leaf(platformId, 1, LeafKind.Lot, lotId, some));
        refuseNoLeaf(recommenderLeaf(outside));
        refuseNoLeaf(Leaf(platformId, 1, LeafKind.Recommender, some, 1));
        refuseNoLeaf(nomineeLeaf(0));
    }

    function test_demandLeaf_refuses_opened_leaves() public {
        settle(receipts);
        openLot(receipts, lotId);
        openNominee(receipts, lotId, 2);
        openRecommender(receipts, 0);
        refuseDemand(lotLeaf(), alreadyOpened(lotLeaf()));
        refuseDemand(nomineeLeaf(2), alreadyOpened(nomineeLeaf(2)));
        refuseDemand(recommenderLeaf(0), alreadyOpened(recommenderLeaf(0)));
    }

    function test_demandLeaf_of_a_nominee_needs_his_lot() public {
        settle(receipts);
        bytes memory expected = abi.encodeWithSelector(IDemands.LotLeafNotOpened.selector, platformId, 1, lotId);
        refuseDemand(nomineeLeaf(1), expected);
        openLot(receipts, lotId);
        demand(nomineeLeaf(1));
    }

    /// Whatever is demanded can still be opened in the last second of the answer's window.
    function test_demandLeaf_of_a_nominee_while_he_can_be_counted() public {
        settle(receipts);
        openLot(receipts, lotId);
        uint48 closesAt = settlement.epochStart(CLAIMING);
        vm.warp(closesAt - WINDOW);
        refuseDemand(nomineeLeaf(1), abi.encodeWithSelector(IDemands.NominationsClosing.selector, lotId, closesAt));
        vm.warp(closesAt - WINDOW - 1);
        demand(nomineeLeaf(1));
        toDeadline();
        openNominee(receipts, lotId, 1);
        demands.closeDemand(nomineeLeaf(1));
        vm.assertEq(demands.pledgesWonBy(platformId), PLEDGE);
    }

    /* ANSWERING BY OPENING */

    function testFuzz_closeDemand_in_time(uint8 which, address by, bool atTheEnd) public {
        settle(receipts);
        openLot(receipts, lotId);
        Leaf memory leaf = _existing(which);
        bytes32 leafId = demand(leaf);
        if (atTheEnd) toDeadline();
        _open(leaf);
        vm.expectEmit(true, true, true, true, address(demands));
        emit IDemands.DemandAnswered(platformId, 1, leafId, by, false, false);
        vm.prank(by);
        demands.closeDemand(leaf);
        assertEnded(leafId, PLEDGE, 0);
        refuseByDemands(abi.encodeCall(IDemands.closeDemand, (leaf)), notDemanded(leafId));
        passDeadline();
        refuseByDemands(abi.encodeCall(IDemands.slashDemand, (leaf)), notDemanded(leafId));
    }

    /// Opened too late but before it was slashed: what it pays was credited, and the pledge goes back.
    function testFuzz_closeDemand_late(uint8 which, uint32 later) public {
        settle(receipts);
        openLot(receipts, lotId);
        Leaf memory leaf = _existing(which);
        bytes32 leafId = demand(leaf);
        passDeadline();
        vm.warp(block.timestamp + bound(later, 0, 4 * EPOCH));
        _open(leaf);
        bytes memory opened = alreadyOpened(leaf);
        refuseByDemands(abi.encodeCall(IDemands.slashDemand, (leaf)), opened);
        vm.expectEmit(true, true, true, true, address(demands));
        emit IDemands.DemandAnswered(platformId, 1, leafId, stranger, false, true);
        vm.prank(stranger);
        demands.closeDemand(leaf);
        assertEnded(leafId, 0, PLEDGE);
        vm.assertEq(platform().bond, PLATFORM_BOND);
    }

    function testFuzz_closeDemand_refuses_what_is_not_opened(uint8 which) public {
        settle(receipts);
        openLot(receipts, lotId);
        Leaf memory leaf = _existing(which);
        bytes memory data = abi.encodeCall(IDemands.closeDemand, (leaf));
        refuseByDemands(data, notDemanded(demands.leafIdOf(leaf)));
        demand(leaf);
        refuseByDemands(data, abi.encodeWithSelector(IDemands.LeafNotOpened.selector, leaf));
    }

    /* SLASHING */

    function testFuzz_slashDemand(uint8 which, address by) public {
        settle(receipts);
        openLot(receipts, lotId);
        Leaf memory leaf = _existing(which);
        bytes32 leafId = demand(leaf);
        passDeadline();
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.Slashed(platformId, leafId, challenger, CaseKind.Demand, LEAST_PENALTY, LEAST_PENALTY / 2);
        vm.prank(by);
        demands.slashDemand(leaf);
        vm.assertEq(platform().bond, PLATFORM_BOND - LEAST_PENALTY);
        vm.assertEq(platform().auditAccrued, LEAST_PENALTY / 2);
        vm.assertEq(platform().openCases, 0);
        vm.assertEq(platforms.rewardOf(challenger), LEAST_PENALTY / 2);
        vm.assertEq(demands.pledgeOf(challenger), PLEDGE);
        vm.assertTrue(demands.demandOf(leafId).state == CaseState.None);
    }

    function testFuzz_slashDemand_refuses_early(uint8 which) public {
        settle(receipts);
        openLot(receipts, lotId);
        Leaf memory leaf = _existing(which);
        bytes memory data = abi.encodeCall(IDemands.slashDemand, (leaf));
        refuseByDemands(data, notDemanded(demands.leafIdOf(leaf)));
        demand(leaf);
        uint48 deadline = uint48(block.timestamp) + WINDOW;
        refuseByDemands(data, abi.encodeWithSelector(IPledges.AnswerStillDue.selector, deadline));
        toDeadline();
        refuseByDemands(data, abi.encodeWithSelector(IPledges.AnswerStillDue.selector, deadline));
    }

    /// Whoever hides a leaf pays again and again, until it is opened or the window is over.
    function test_slashDemand_and_demanded_again() public {
        settle(receipts);
        uint256 bond = PLATFORM_BOND;
        uint256 rounds;
        while (block.timestamp < settlement.epochStart(10)) {
            demand(lotLeaf());
            passDeadline();
            demands.slashDemand(lotLeaf());
            vm.assertLe(platform().bond, bond - (bond + 39) / 40 + 1_000e6);
            bond = platform().bond;
            ++rounds;
        }
        vm.assertEq(rounds, 14);
        vm.assertEq(demands.pledgeOf(challenger), 14 * PLEDGE);
        openLot(receipts, lotId);
        vm.assertEq(settlement.creditOf(expert), (uint256(900_001) * 1_000) / 10_000);
    }

    function test_slashDemand_waits_when_the_cap_is_reached() public {
        settle(receipts);
        bytes32 leafId = demand(lotLeaf());
        passDeadline();
        for (uint256 i; i < 5; ++i) slashEquivocation(lost(i));
        bytes memory reached = abi.encodeWithSelector(IPlatforms.SlashingCapReached.selector, 4);
        refuseByDemands(abi.encodeCall(IDemands.slashDemand, (lotLeaf())), reached);
        vm.assertTrue(demands.demandOf(leafId).state == CaseState.Open);
        toEpoch(4);
        demands.slashDemand(lotLeaf());
    }

    function test_slashDemand_with_an_exhausted_bond() public {
        settle(receipts);
        demand(lotLeaf());
        vm.prank(operator);
        platforms.requestWithdrawal(platformId, PLATFORM_BOND);
        toEpoch(15);
        openLot(receipts, lotId);
        demands.closeDemand(lotLeaf());
        vm.prank(operator);
        platforms.withdrawBond(platformId);
        vm.assertEq(platform().bond, 0);
        vm.prank(address(demands));
        platforms.openDemand(platformId);
        vm.prank(address(demands));
        platforms.slashDemand(platformId, bytes32("leaf"), challenger);
        vm.assertEq(platforms.rewardOf(challenger), 0);
        vm.assertEq(platform().openCases, 0);
    }

    /* HELPERS */

    function _existing(uint8 which) private view returns (Leaf memory) {
        which %= 6;
        if (which == 0) return Leaf(platformId, 1, LeafKind.Lot, third, 0);
        return which < 3 ? nomineeLeaf(which) : recommenderLeaf(which - 3);
    }

    function _open(Leaf memory leaf) private {
        if (leaf.kind == LeafKind.Lot) openLot(receipts, leaf.lotId);
        else if (leaf.kind == LeafKind.Nominee) openNominee(receipts, leaf.lotId, leaf.payeeId);
        else openRecommender(receipts, leaf.payeeId);
    }

    function assertEnded(bytes32 leafId, uint256 won, uint256 back) private view {
        vm.assertTrue(demands.demandOf(leafId).state == CaseState.Answered);
        vm.assertEq(platform().openCases, 0);
        vm.assertEq(demands.pledgesWonBy(platformId), won);
        vm.assertEq(demands.pledgeOf(challenger), back);
    }

    function refuseNoLeaf(Leaf memory leaf) private {
        refuseDemand(leaf, abi.encodeWithSelector(IDemands.NoSuchLeaf.selector, leaf));
    }

    function alreadyOpened(Leaf memory leaf) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IDemands.LeafAlreadyOpened.selector, leaf);
    }

    function notDemanded(bytes32 leafId) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IDemands.LeafNotDemanded.selector, leafId);
    }
}
