// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IDemands, Leaf, LeafKind} from "../../contracts/platforms/IDemands.sol";
import {CaseState, IPledges} from "../../contracts/platforms/IPledges.sol";
import {ISettlement} from "../../contracts/settlement/ISettlement.sol";
import {Sums} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node, SumTree} from "../../contracts/settlement/SumTree.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Demands for leaves that do not exist.
contract AbsencesTest is PlatformsTest {
    InnerTree private nothing;

    /// Lots 0 and 2 of 0 … 3, recommenders 0, 1 and 2 of 0 … 3, nominees 1 and 2 of lot 0's 0 … 3.
    function setUp() public override {
        super.setUp();
        offerLot(commodityId, "LOT-2", SALE, 2);
        uint32 third = offerLot(commodityId, "LOT-3", SALE, 2);
        receipts.push(receipt(4, 1, third, 4_000_000, 9, 1));
        settle(receipts);
        openLot(receipts, lotId);
    }

    function testFuzz_answerAbsent_lot(bool first, address by) public {
        Leaf memory leaf = absentLot(first ? 1 : 3);
        assertAnswered(leaf, nothing, Trees.lotPath(receipts, scopeOf(1), leaf.lotId), by);
    }

    function testFuzz_answerAbsent_recommender(address by) public {
        assertAnswered(recommenderLeaf(3), nothing, Trees.recommenderPath(receipts, scopeOf(1), 3), by);
    }

    function testFuzz_answerAbsent_nominee_inside_the_tree(address by) public {
        assertAnswered(nomineeLeaf(3), lotTree(), Trees.nomineePath(receipts, scopeOf(1), lotId, 3), by);
    }

    /// The lot's tree has no such position: its depth alone says so.
    function testFuzz_answerAbsent_nominee_outside_the_tree(uint32 nomineeId, address by) public {
        nomineeId = uint32(bound(nomineeId, 4, type(uint32).max));
        assertAnswered(nomineeLeaf(nomineeId), lotTree(), new Node[](0), by);
    }

    /* REFUSALS */

    function test_answerAbsent_refuses_leaves_that_exist() public {
        bytes32 lotRoot = settlement.statementOf(platformId, 1).lotRoot;
        bytes32 recommenderRoot = settlement.statementOf(platformId, 1).recommenderRoot;
        Node[] memory path = Trees.lotPath(receipts, scopeOf(1), 2);
        Node memory empty;
        demand(absentLot(2));
        refuse(absentLot(2), nothing, path, rootMismatch(lotRoot, Trees.climb(empty, 2, path).hash));
        for (uint32 id; id < 3; ++id) {
            path = Trees.recommenderPath(receipts, scopeOf(1), id);
            demand(recommenderLeaf(id));
            bytes32 computed = Trees.climb(empty, id, path).hash;
            refuse(recommenderLeaf(id), nothing, path, rootMismatch(recommenderRoot, computed));
        }
        for (uint32 id = 1; id < 3; ++id) {
            path = Trees.nomineePath(receipts, scopeOf(1), lotId, id);
            demand(nomineeLeaf(id));
            bytes32 computed = Trees.climb(empty, id, path).hash;
            refuse(nomineeLeaf(id), lotTree(), path, rootMismatch(lotTree().root, computed));
        }
    }

    /// An empty place proves nothing about another one.
    function test_answerAbsent_refuses_the_path_of_another_place() public {
        demand(recommenderLeaf(1));
        Node[] memory path = Trees.recommenderPath(receipts, scopeOf(1), 3);
        Node memory empty;
        bytes32 root = settlement.statementOf(platformId, 1).recommenderRoot;
        bytes32 computed = Trees.climb(empty, 1, path).hash;
        refuse(recommenderLeaf(1), nothing, path, rootMismatch(root, computed));
    }

    function test_answerAbsent_refuses_other_depths() public {
        demand(absentLot(1));
        demand(recommenderLeaf(3));
        demand(nomineeLeaf(3));
        refuse(absentLot(1), nothing, new Node[](1), pathLength(1));
        refuse(recommenderLeaf(3), nothing, new Node[](3), pathLength(3));
        refuse(nomineeLeaf(3), lotTree(), new Node[](3), pathLength(3));
        bytes memory outside = abi.encodeWithSelector(SumTree.PositionOutsideTree.selector, 3, 1);
        refuse(nomineeLeaf(3), lotTree(), new Node[](1), outside);
    }

    /// The lot's tree must be the one that was opened, to the last bit.
    function testFuzz_answerAbsent_refuses_another_lot_tree(uint256 flip, uint8 field) public {
        demand(nomineeLeaf(1));
        InnerTree memory tree = lotTree();
        if (flip == 0) flip = 1;
        if (field % 3 == 0) tree.root = bytes32(uint256(tree.root) ^ flip);
        if (field % 3 == 1) tree.sums = Sums.wrap(Sums.unwrap(tree.sums) ^ flip);
        if (field % 3 == 2) tree.depth = uint8(bound(flip, 0, 1));
        bytes memory expected = abi.encodeWithSelector(
            IDemands.LotLeafMismatch.selector,
            Trees.outerLeaf(3, scopeOf(1), lotTree()).hash,
            Trees.outerLeaf(3, scopeOf(1), tree).hash
        );
        refuse(nomineeLeaf(1), tree, new Node[](0), expected);
    }

    function test_answerAbsent_refuses_late_answers() public {
        demand(absentLot(1));
        uint48 deadline = uint48(block.timestamp) + WINDOW;
        Node[] memory path = Trees.lotPath(receipts, scopeOf(1), 1);
        passDeadline();
        refuse(absentLot(1), nothing, path, abi.encodeWithSelector(IPledges.AnswerTooLate.selector, deadline));
        demands.slashDemand(absentLot(1));
        vm.assertEq(platforms.rewardOf(challenger), LEAST_PENALTY / 2);
    }

    function test_answerAbsent_refuses_what_nobody_demanded() public {
        bytes memory expected = abi.encodeWithSelector(
            IDemands.LeafNotDemanded.selector,
            keccak256(abi.encode(absentLot(1)))
        );
        refuse(absentLot(1), nothing, Trees.lotPath(receipts, scopeOf(1), 1), expected);
    }

    /* HELPERS */

    function absentLot(uint32 lot) private view returns (Leaf memory) {
        return Leaf(platformId, 1, LeafKind.Lot, lot, 0);
    }

    function lotTree() private view returns (InnerTree memory) {
        return Trees.lotTree(receipts, scopeOf(1), lotId);
    }

    function assertAnswered(Leaf memory leaf, InnerTree memory lot, Node[] memory path, address by) private {
        bytes32 leafId = demand(leaf);
        toDeadline();
        vm.expectEmit(true, true, true, true, address(demands));
        emit IDemands.DemandAnswered(platformId, 1, leafId, by, true, false);
        vm.prank(by);
        demands.answerAbsent(leaf, lot, path);
        vm.assertTrue(demands.demandOf(leafId).state == CaseState.Answered);
        vm.assertEq(demands.pledgesWonBy(platformId), PLEDGE);
        vm.assertEq(platform().openCases, 0);
        refuseDemand(leaf, abi.encodeWithSelector(IDemands.LeafAlreadyDemanded.selector, leafId));
        passDeadline();
        bytes memory ended = abi.encodeWithSelector(IDemands.LeafNotDemanded.selector, leafId);
        refuseByDemands(abi.encodeCall(IDemands.slashDemand, (leaf)), ended);
    }

    function refuse(Leaf memory leaf, InnerTree memory lot, Node[] memory path, bytes memory expected) private {
        refuseByDemands(abi.encodeCall(IDemands.answerAbsent, (leaf, lot, path)), expected);
    }

    function rootMismatch(bytes32 expected, bytes32 computed) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ISettlement.RootMismatch.selector, expected, computed);
    }

    function pathLength(uint256 given) private pure returns (bytes memory) {
        return abi.encodeWithSelector(SumTree.PathLength.selector, given, 2);
    }
}
