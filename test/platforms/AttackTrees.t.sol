// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {IDemands, Leaf, LeafKind} from "../../contracts/platforms/IDemands.sol";
import {ISettlement, PurchaseProof, Receipt, ReferralProof} from "../../contracts/settlement/ISettlement.sol";
import {Sums, SumsLib} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node} from "../../contracts/settlement/SumTree.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Statements whose roots hide something. Roots cannot be checked when they are posted; what is wrong in them cannot be
/// opened or answered for.
contract AttackTreesTest is PlatformsTest {
    uint32 private second;
    Receipt[] private left;
    Receipt[] private right;

    function setUp() public override {
        super.setUp();
        second = offerLot(commodityId, "LOT-2", SALE, 2);
        left.push(receipt(1, 1, lotId, 8_000_000, 1, 1));
        right.push(receipt(2, 1, second, 2_000_000, 1, 1));
        delete receipts;
        receipts.push(left[0]);
        receipts.push(right[0]);
    }

    /* SUMS SPLIT WRONGLY BETWEEN SIBLINGS */

    /// A million of the left lot's sales is hashed on the right: the totals are right, and neither lot can be opened or answered for.
    function testFuzz_attack_sums_split_wrongly_between_siblings(uint72 moved) public {
        Sums shift = shiftOf(moved);
        (Node memory a, Node memory b) = (leafOf(left, lotId), leafOf(right, second));
        postLots(Trees.parent(Node(a.hash, minus(a.sums, shift)), Node(b.hash, plus(b.sums, shift))));
        assertUnanswerable();
        toEpoch(3);
        assertClosed(lotId, Trees.lotTree(left, scopeOf(1), lotId), pathOf(b));
        Node memory liar = Node(b.hash, plus(b.sums, shift));
        assertClosed(lotId, Trees.lotTree(left, scopeOf(1), lotId), pathOf(liar));
        slashLeaf(Leaf(platformId, 1, LeafKind.Lot, lotId, 0));
        slashLeaf(Leaf(platformId, 1, LeafKind.Lot, second, 0));
    }

    /// The lie is inside both lot leaves: they can be opened, and share the deposit wrongly. The receipts below them do not add up to what
    /// the leaves say, so that no buyer gets an answer.
    function testFuzz_attack_sums_split_wrongly_inside_the_leaves(uint72 moved) public {
        Sums shift = shiftOf(moved);
        InnerTree memory a = Trees.lotTree(left, scopeOf(1), lotId);
        InnerTree memory b = Trees.lotTree(right, scopeOf(1), second);
        (a.sums, b.sums) = (minus(a.sums, shift), plus(b.sums, shift));
        Node memory leafA = Trees.outerLeaf(3, scopeOf(1), a);
        Node memory leafB = Trees.outerLeaf(3, scopeOf(1), b);
        postLots(Trees.parent(leafA, leafB));
        assertUnanswerable();
        uint256 owed = settlement.creditOf(expert);
        toEpoch(3);
        settlement.openLot(platformId, 1, lotId, a, pathOf(leafB));
        settlement.openLot(platformId, 1, second, b, pathOf(leafA));
        uint256 shares = (uint256(a.sums.fees()) * 1_000) / 10_000 + (uint256(b.sums.fees()) * 1_000) / 10_000;
        vm.assertEq(settlement.creditOf(expert), owed + shares);
        vm.assertLe(settlement.potOf(lotId), asset.balanceOf(address(settlement)));
    }

    /* UNOPENABLE SUBTREES */

    /// Nobody knows what is below the leaf of the left lot, the platform says: it pays in every round, until it shows it or nobody may ask.
    function test_attack_unopenable_subtree() public {
        (Node memory a, Node memory b) = (leafOf(left, lotId), leafOf(right, second));
        postLots(Trees.parent(Node(keccak256("hidden"), a.sums), b));
        assertUnanswerable();
        toEpoch(3);
        Leaf memory leaf = Leaf(platformId, 1, LeafKind.Lot, lotId, 0);
        for (uint256 i; i < 3; ++i) {
            demand(leaf);
            InnerTree memory none;
            assertNotAbsent(leaf, none, pathOf(b), ISettlement.RootMismatch.selector);
            assertClosed(lotId, Trees.lotTree(left, scopeOf(1), lotId), pathOf(b));
            uint256 bond = platform().bond;
            passDeadline();
            demands.slashDemand(leaf);
            vm.assertLt(platform().bond, bond - bond / 41);
        }
        vm.assertGt(platforms.rewardOf(challenger), 3 * 1_000e6);
        vm.assertEq(settlement.creditOf(alicePayout), left[0].commission + right[0].commission);
    }

    /// The lot can be opened, what nominees have in it cannot.
    function test_attack_unopenable_nominees() public {
        Node memory b = leafOf(right, second);
        InnerTree memory hidden = InnerTree(keccak256("hidden"), leafOf(left, lotId).sums, 1);
        postLots(Trees.parent(Trees.outerLeaf(3, scopeOf(1), hidden), b));
        toEpoch(3);
        settlement.openLot(platformId, 1, lotId, hidden, pathOf(b));
        Node[] memory path = Trees.nomineePath(left, scopeOf(1), lotId, 1);
        demand(nomineeLeaf(1));
        assertNotAbsent(nomineeLeaf(1), hidden, path, ISettlement.RootMismatch.selector);
        hidden.depth = 0;
        assertNotAbsent(nomineeLeaf(1), hidden, path, IDemands.LotLeafMismatch.selector);
        passDeadline();
        demands.slashDemand(nomineeLeaf(1));
        vm.assertEq(platforms.rewardOf(challenger), LEAST_PENALTY / 2);
    }

    /// A place that looks empty but has sums is not empty.
    function testFuzz_attack_leaf_with_zero_hash_and_sums(uint72 moved) public {
        Node memory b = leafOf(right, second);
        Sums all = leafOf(left, lotId).sums;
        if (moved % 2 == 0) all = SumsLib.pack(0, 0, 0, 1);
        Node memory root = Trees.parent(Node(0, all), b);
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        (statement.lotRoot, statement.totals) = (root.hash, root.sums);
        toEpoch(2);
        post(statement);
        toEpoch(3);
        Leaf memory leaf = Leaf(platformId, 1, LeafKind.Lot, lotId, 0);
        demand(leaf);
        InnerTree memory none;
        assertNotAbsent(leaf, none, pathOf(b), ISettlement.RootMismatch.selector);
        passDeadline();
        demands.slashDemand(leaf);
        vm.assertEq(platforms.rewardOf(challenger), LEAST_PENALTY / 2);
    }

    /* STATEMENTS */

    /// A statement without orders is none: it opens no window earlier and closes none.
    function test_attack_statement_with_zero_orders() public {
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        (statement.lotRoot, statement.recommenderRoot, statement.totals) = (0, 0, Sums.wrap(0));
        toEpoch(2);
        bytes memory data = abi.encodeCall(ISettlement.commitStatement, (statement));
        bytes memory empty = abi.encodePacked(ISettlement.EmptyStatement.selector);
        assertRefused(operator, address(settlement), data, empty);
        statement.totals = SumsLib.pack(1e6, 1e5, 0, 0);
        data = abi.encodeCall(ISettlement.commitStatement, (statement));
        assertRefused(operator, address(settlement), data, empty);
        vm.assertEq(platform().statementsUntil, 0);
        toEpoch(3);
        slash(left[0]);
    }

    /// One order is said, another total is paid.
    function test_attack_statement_with_an_order_that_is_nothing() public {
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        statement.totals = SumsLib.pack(0, 0, 0, 1);
        toEpoch(2);
        post(statement);
        assertUnanswerable();
    }

    /// What is posted stays.
    function test_attack_statement_twice() public {
        commit(left);
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        bytes memory data = abi.encodeCall(ISettlement.commitStatement, (statement));
        bytes memory exists = abi.encodeWithSelector(ISettlement.StatementExists.selector, platformId, 1);
        assertRefused(operator, address(settlement), data, exists);
        challenge(right[0]);
        bytes memory answerData = abi.encodeCall(IChallenges.answerReceipt, (right[0], purchaseOf(1), referralOf(1)));
        (bool success, ) = address(platforms).call(answerData);
        vm.assertFalse(success);
        passDeadline();
        platforms.slashReceipt(right[0]);
    }

    /* HELPERS */

    function leafOf(Receipt[] memory some, uint32 lot) private view returns (Node memory) {
        return Trees.outerLeaf(3, scopeOf(1), Trees.lotTree(some, scopeOf(1), lot));
    }

    function pathOf(Node memory sibling) private pure returns (Node[] memory path) {
        path = new Node[](1);
        path[0] = sibling;
    }

    /// @dev Sales, fees and commissions at the lot's rates, not more than the left lot has.
    function shiftOf(uint72 moved) private pure returns (Sums) {
        uint72 hundreds = uint72(bound(moved, 1, 79_999));
        return SumsLib.pack(100 * hundreds, 15 * hundreds, 5 * hundreds, 0);
    }

    function plus(Sums a, Sums b) private pure returns (Sums) {
        return Sums.wrap(Sums.unwrap(a) + Sums.unwrap(b));
    }

    function minus(Sums a, Sums b) private pure returns (Sums) {
        return Sums.wrap(Sums.unwrap(a) - Sums.unwrap(b));
    }

    /// @dev The honest statement with another lot root over the same totals.
    function postLots(Node memory root) private {
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        vm.assertEq(Sums.unwrap(root.sums), Sums.unwrap(statement.totals));
        statement.lotRoot = root.hash;
        toEpoch(2);
        post(statement);
    }

    /// @dev Neither receipt is answered for by the honest proof; both are slashed.
    function assertUnanswerable() private {
        uint256 start = block.timestamp;
        for (uint256 i; i < 2; ++i) {
            challenge(receipts[i]);
            (PurchaseProof memory purchase, ReferralProof memory referral) = (purchaseOf(i), referralOf(i));
            bytes32 before = fingerprint();
            (bool success, ) = address(platforms).call(
                abi.encodeCall(IChallenges.answerReceipt, (receipts[i], purchase, referral))
            );
            vm.assertFalse(success);
            vm.assertEq(fingerprint(), before);
        }
        passDeadline();
        uint256 bond = platform().bond;
        for (uint256 i; i < 2; ++i) platforms.slashReceipt(receipts[i]);
        vm.warp(start);
        vm.assertLe(platform().bond, bond - 2 * LEAST_PENALTY);
    }

    function assertClosed(uint32 lot, InnerTree memory inner, Node[] memory path) private {
        bytes32 before = fingerprint();
        (bool success, bytes memory returned) = address(settlement).call(
            abi.encodeCall(ISettlement.openLot, (platformId, 1, lot, inner, path))
        );
        vm.assertFalse(success);
        vm.assertTrue(bytes4(returned) == ISettlement.RootMismatch.selector);
        vm.assertEq(fingerprint(), before);
    }

    function assertNotAbsent(Leaf memory leaf, InnerTree memory lot, Node[] memory path, bytes4 selector) private {
        bytes32 before = fingerprint();
        (bool success, bytes memory returned) = address(demands).call(
            abi.encodeCall(IDemands.answerAbsent, (leaf, lot, path))
        );
        vm.assertFalse(success);
        vm.assertTrue(bytes4(returned) == selector);
        vm.assertEq(fingerprint(), before);
    }

    function slashLeaf(Leaf memory leaf) private {
        uint256 bond = platform().bond;
        uint256 start = block.timestamp;
        demand(leaf);
        passDeadline();
        demands.slashDemand(leaf);
        vm.warp(start);
        vm.assertLt(platform().bond, bond);
    }
}
