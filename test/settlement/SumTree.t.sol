// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Sums, SumsLib, SumsOverflow} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node, SumTree} from "../../contracts/settlement/SumTree.sol";
import {SumTreeHarness} from "../support/SumTreeHarness.sol";
import {Leaf, Scope, Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

contract SumTreeTest {
    SumTreeHarness private harness;

    function setUp() public {
        harness = new SumTreeHarness();
    }

    /* HASHES */

    function testFuzz_domain(uint32 platformId, uint32 epoch, uint64 chainId) public {
        vm.chainId(bound(chainId, 1, type(uint64).max - 1));
        vm.assertEq(
            harness.domain(platformId, epoch),
            Trees.domain(Scope(block.chainid, address(harness), platformId, epoch))
        );
    }

    function test_domain_binds_everything() public {
        bytes32 domain = harness.domain(1, 2);
        vm.assertTrue(domain != harness.domain(2, 2));
        vm.assertTrue(domain != harness.domain(1, 1));
        vm.assertTrue(domain != new SumTreeHarness().domain(1, 2));
        vm.chainId(1);
        vm.assertTrue(domain != harness.domain(1, 2));
    }

    function testFuzz_leaves(bytes32 domain, InnerTree memory inner, bytes32 digest) public view {
        bytes memory tail = abi.encodePacked(domain, inner.root, Sums.unwrap(inner.sums), inner.depth);
        vm.assertEq(harness.receiptLeaf(digest), keccak256(abi.encodePacked(hex"0001", digest)));
        vm.assertEq(harness.nomineeLeaf(domain, inner), keccak256(abi.encodePacked(hex"0002", tail)));
        vm.assertEq(harness.lotLeaf(domain, inner), keccak256(abi.encodePacked(hex"0003", tail)));
        vm.assertEq(harness.recommenderLeaf(domain, inner), keccak256(abi.encodePacked(hex"0004", tail)));
    }

    /* CLIMB */

    function test_climb_one_leaf_is_the_root() public view {
        InnerTree memory tree = harness.climb("leaf", SumsLib.pack(1, 2, 3, 4), 0, new Node[](0));
        vm.assertEq(tree.root, "leaf");
        vm.assertEq(tree.depth, 0);
        vm.assertTrue(tree.sums == SumsLib.pack(1, 2, 3, 4));
    }

    function test_climb_sides() public view {
        Node[] memory path = new Node[](1);
        path[0] = Node("sibling", SumsLib.pack(10, 20, 30, 40));
        Sums sums = SumsLib.pack(1, 2, 3, 4);
        bytes memory own = abi.encodePacked(bytes32("leaf"), Sums.unwrap(sums));
        bytes memory other = abi.encodePacked(path[0].hash, Sums.unwrap(path[0].sums));
        InnerTree memory left = harness.climb("leaf", sums, 0, path);
        InnerTree memory right = harness.climb("leaf", sums, 1, path);
        vm.assertEq(left.root, keccak256(abi.encodePacked(hex"01", own, other)));
        vm.assertEq(right.root, keccak256(abi.encodePacked(hex"01", other, own)));
        vm.assertTrue(left.sums == SumsLib.pack(11, 22, 33, 44));
        vm.assertTrue(right.sums == left.sums);
    }

    /// Up to six leaves anywhere among 2^32 positions: every one climbs to the root.
    function testFuzz_climb_sparse_trees(
        uint32[6] memory positions,
        uint64[6] memory amounts,
        uint256 spread
    ) public view {
        Leaf[] memory leaves = randomLeaves(positions, amounts, spread);
        InnerTree memory expected = Trees.treeOf(leaves);
        for (uint256 i; i < leaves.length; ++i) {
            Node[] memory path = Trees.pathTo(leaves, leaves[i].position);
            InnerTree memory tree = harness.climb(leaves[i].node.hash, leaves[i].node.sums, leaves[i].position, path);
            assertTree(tree, expected);
        }
    }

    /// A padding leaf climbs, too: it is a leaf of nothing.
    function testFuzz_climb_padding(uint32[6] memory positions, uint64[6] memory amounts, uint32 empty) public view {
        Leaf[] memory leaves = randomLeaves(positions, amounts, 16);
        InnerTree memory expected = Trees.treeOf(leaves);
        uint256 position = bound(empty, 0, (1 << expected.depth) - 1);
        for (uint256 i; i < leaves.length; ++i) if (leaves[i].position == position) return;
        InnerTree memory tree = harness.climb(0, Sums.wrap(0), position, Trees.pathTo(leaves, position));
        assertTree(tree, expected);
    }

    /// Another position, leaf, sum or sibling never reaches the same root with the same sums.
    function testFuzz_climb_any_change_misses(
        uint32[6] memory positions,
        uint64[6] memory amounts,
        uint256 seed
    ) public view {
        Leaf[] memory leaves = randomLeaves(positions, amounts, 16);
        InnerTree memory expected = Trees.treeOf(leaves);
        Leaf memory leaf = leaves[seed % leaves.length];
        (bytes32 hash, Sums sums, uint256 position) = (leaf.node.hash, leaf.node.sums, leaf.position);
        Node[] memory path = Trees.pathTo(leaves, position);
        uint256 bit = (seed >> 32) % 256;
        uint256 what = expected.depth == 0 ? (seed >> 16) % 2 : (seed >> 16) % 5;
        if (what == 0) hash ^= bytes32(1 << bit);
        if (what == 1) sums = Sums.wrap(Sums.unwrap(sums) ^ (1 << bit));
        if (what == 2) position ^= 1 << (bit % expected.depth);
        uint256 level = expected.depth == 0 ? 0 : (seed >> 64) % expected.depth;
        if (what == 3) path[level].hash ^= bytes32(1 << bit);
        if (what == 4) path[level].sums = Sums.wrap(Sums.unwrap(path[level].sums) ^ (1 << bit));
        try harness.climb(hash, sums, position, path) returns (InnerTree memory tree) {
            vm.assertTrue(tree.root != expected.root || tree.sums != expected.sums);
            if (expected.depth > 0) vm.assertTrue(tree.root != expected.root);
        } catch (bytes memory reason) {
            vm.assertEq(bytes32(bytes4(reason)), bytes32(SumsOverflow.selector));
        }
    }

    function test_climb_32_levels() public view {
        Node[] memory path = new Node[](32);
        InnerTree memory tree = harness.climb("leaf", SumsLib.pack(1, 1, 1, 1), type(uint32).max, path);
        vm.assertEq(tree.depth, 32);
        vm.assertTrue(tree.sums == SumsLib.pack(1, 1, 1, 1));
    }

    function testFuzz_climb_refuses_more_than_32_levels(uint8 depth) public {
        depth = uint8(bound(depth, 33, 80));
        vm.expectRevert(abi.encodeWithSelector(SumTree.PathLength.selector, depth, 32));
        harness.climb("leaf", Sums.wrap(0), 0, new Node[](depth));
    }

    function testFuzz_climb_refuses_position_outside(uint8 depth, uint256 position) public {
        depth = uint8(bound(depth, 0, 32));
        position = bound(position, 1 << depth, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(SumTree.PositionOutsideTree.selector, position, depth));
        harness.climb("leaf", Sums.wrap(0), position, new Node[](depth));
    }

    function testFuzz_climb_refuses_overflow(uint256 lane, bool right) public {
        Node[] memory path = new Node[](2);
        uint256 one = lane % 4 == 3 ? 1 << 216 : 1 << (72 * (lane % 4));
        Sums sums = Sums.wrap(type(uint256).max - one);
        path[0].sums = Sums.wrap(one);
        path[1].sums = Sums.wrap(one);
        vm.expectRevert(abi.encodeWithSelector(SumsOverflow.selector, Sums.wrap(type(uint256).max), path[1].sums));
        harness.climb("leaf", sums, right ? 3 : 0, path);
    }

    /* HELPERS */

    /// @dev One to six leaves at distinct positions below `2^(1 … 32)`.
    function randomLeaves(
        uint32[6] memory positions,
        uint64[6] memory amounts,
        uint256 spread
    ) private pure returns (Leaf[] memory leaves) {
        uint256 mask = (1 << bound(spread, 1, 32)) - 1;
        leaves = new Leaf[](6);
        uint256 count;
        for (uint256 i; i < 6; ++i) {
            bool taken;
            for (uint256 j; j < count; ++j) if (leaves[j].position == positions[i] & mask) taken = true;
            if (taken) continue;
            leaves[count].position = positions[i] & mask;
            leaves[count++].node = Node(
                keccak256(abi.encode(i, amounts[i])),
                SumsLib.pack(amounts[i], amounts[i] / 2, amounts[i] / 3, 1)
            );
        }
        assembly ("memory-safe") {
            mstore(leaves, count)
        }
    }

    function assertTree(InnerTree memory tree, InnerTree memory expected) private pure {
        vm.assertEq(tree.root, expected.root);
        vm.assertEq(tree.depth, expected.depth);
        vm.assertTrue(tree.sums == expected.sums);
    }
}
