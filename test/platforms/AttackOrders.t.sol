// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {IDemands} from "../../contracts/platforms/IDemands.sol";
import {IPledges} from "../../contracts/platforms/IPledges.sol";
import {ISettlement, PurchaseProof, Receipt, ReferralProof} from "../../contracts/settlement/ISettlement.sol";
import {InnerTree, SumTree} from "../../contracts/settlement/SumTree.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {Leaf as TreeLeaf, Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice A platform signs receipts and settles something else. Whoever has the receipt needs nothing else.
contract AttackOrdersTest is PlatformsTest {
    Receipt[] private posted;

    /// The buyer of the third order finds it nowhere: Bob and his lot's payees are paid from the bond.
    function test_attack_omitted_order() public {
        posted.push(receipts[0]);
        posted.push(receipts[1]);
        commit(posted);
        assertSlashed(receipts[2]);
        vm.assertEq(settlement.creditOf(bobPayout), receipts[2].commission);
        vm.assertEq(settlement.creditOf(expert), (uint256(receipts[2].fee) * 1_000) / 10_000);
        vm.assertEq(settlement.nominatedOf(lotId, 2), receipts[2].fee);
    }

    /// No statement at all is the omission of every order.
    function test_attack_omitted_statement() public {
        toEpoch(3);
        for (uint256 i; i < 3; ++i) assertSlashed(receipts[i]);
    }

    /// Settled for less than was sold; the difference is of no use, as the whole order counts as left out.
    function testFuzz_attack_changed_amount(uint72 sales, uint8 field) public {
        _post(receipts);
        if (field % 3 == 0) posted[1].sales = uint72(bound(sales, receipts[1].fee, receipts[1].sales - 1));
        if (field % 3 == 1) posted[1].fee = uint72(bound(sales, 0, receipts[1].fee - 1));
        if (field % 3 == 2) posted[1].commission = uint72(bound(sales, 0, receipts[1].commission - 1));
        commit(posted);
        assertSlashed(receipts[1]);
        vm.assertEq(settlement.creditOf(alicePayout), receipts[1].commission);
    }

    /// The fee goes to another expert's lot, or to another nominee of the same lot.
    function testFuzz_attack_receipt_under_the_wrong_lot(bool nominee) public {
        uint32 other = offerLot(commodityId, "LOT-2", SALE, 2);
        _post(receipts);
        if (nominee) posted[2].nomineeId = 1;
        else posted[2].lotId = other;
        commit(posted);
        assertSlashed(receipts[2]);
        vm.assertEq(settlement.potOf(lotId), (uint256(receipts[2].fee) * 5_000) / 10_000);
        vm.assertEq(settlement.nominatedOf(lotId, 2), receipts[2].fee);
    }

    /// The very receipt is in both trees, but in the recommenders' tree it stands under nobody. Alice's place there is empty, which
    /// answers a demand for it; it does not answer for the receipt.
    function test_attack_recommender_zeroed_in_one_tree() public {
        Receipt[] memory unnamed = new Receipt[](2);
        (unnamed[0], unnamed[1]) = (receipts[0], receipts[1]);
        Receipt[] memory named = new Receipt[](1);
        named[0] = receipts[2];
        TreeLeaf[] memory leaves = new TreeLeaf[](2);
        leaves[0].node = Trees.outerLeaf(4, scopeOf(1), Trees.treeOf(Trees.receiptLeaves(unnamed, scopeOf(1))));
        leaves[1] = TreeLeaf(2, Trees.outerLeaf(4, scopeOf(1), Trees.treeOf(Trees.receiptLeaves(named, scopeOf(1)))));
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        InnerTree memory tree = Trees.treeOf(leaves);
        (statement.recommenderRoot, statement.recommenderDepth) = (tree.root, tree.depth);
        toEpoch(2);
        post(statement);

        challenge(receipts[1]);
        ReferralProof memory referral = ReferralProof(
            1,
            Trees.pathTo(Trees.receiptLeaves(unnamed, scopeOf(1)), 1),
            Trees.pathTo(leaves, 0)
        );
        assertNoAnswer(receipts[1], purchaseOf(1), referral);
        referral.recommenderPath = Trees.pathTo(leaves, 1);
        assertNoAnswer(receipts[1], purchaseOf(1), referral);
        passDeadline();
        platforms.slashReceipt(receipts[1]);
        vm.assertEq(settlement.creditOf(alicePayout), receipts[1].commission);

        toEpoch(3);
        demand(recommenderLeaf(1));
        InnerTree memory nothing;
        demands.answerAbsent(recommenderLeaf(1), nothing, Trees.pathTo(leaves, 1));
    }

    /// Both are settled, but a buyer has two receipts for one order: that alone is a fraud, whatever the statement says.
    function test_attack_duplicate_order_id_under_two_lots() public {
        uint32 other = offerLot(commodityId, "LOT-2", SALE, 2);
        _post(receipts);
        posted.push(receipts[2]);
        posted[3].lotId = other;
        commit(posted);
        vm.prank(challenger);
        platforms.slashEquivocation(posted[2], signed(posted[2]), posted[3], signed(posted[3]));
        vm.assertEq(platform().bond, PLATFORM_BOND - LEAST_PENALTY);
    }

    /// The same order once more in a later epoch, where nobody compares.
    function test_attack_order_settled_in_two_epochs() public {
        Receipt memory later = receipts[2];
        later.epoch = 2;
        vm.prank(challenger);
        platforms.slashEquivocation(receipts[2], signed(receipts[2]), later, signed(later));
        vm.assertEq(platform().bond, PLATFORM_BOND - LEAST_PENALTY);
    }

    /// A second too late is too late, although the order was settled.
    function test_attack_late_answer() public {
        commit(receipts);
        challenge(receipts[1]);
        uint48 deadline = uint48(block.timestamp) + WINDOW;
        passDeadline();
        refuseAnswer(
            receipts[1],
            purchaseOf(1),
            referralOf(1),
            abi.encodeWithSelector(IPledges.AnswerTooLate.selector, deadline)
        );
        platforms.slashReceipt(receipts[1]);
        vm.assertLt(platform().bond, PLATFORM_BOND);
        toEpoch(3);
        demand(recommenderLeaf(2));
        passDeadline();
        demands.slashDemand(recommenderLeaf(2));
        bytes32 leafId = demands.leafIdOf(recommenderLeaf(2));
        refuseByDemands(
            abi.encodeCall(IDemands.closeDemand, (recommenderLeaf(2))),
            abi.encodeWithSelector(IDemands.LeafNotDemanded.selector, leafId)
        );
    }

    /// Receipts of epochs to come settle nothing yet, but two of them for one order are two already.
    function testFuzz_attack_receipts_of_epochs_to_come(uint32 epoch) public {
        toEpoch(3);
        epoch = uint32(bound(epoch, 3, type(uint32).max));
        Receipt memory one = receipt(1, epoch, lotId, 1e6, 1, 1);
        refuseChallenge(one, abi.encodeWithSelector(IChallenges.EpochNotOver.selector, epoch));
        slashEquivocation(one);
        vm.assertEq(platform().bond, PLATFORM_BOND - LEAST_PENALTY);
    }

    /// Whatever a platform signs, nothing in it keeps the case from ending: what nobody can claim goes to the audit fund.
    function testFuzz_attack_receipt_over_things_that_do_not_exist(Receipt memory one) public {
        (one.platformId, one.epoch) = (platformId, 1);
        one.lotId = uint32(bound(one.lotId, 1, type(uint32).max));
        one.recommenderId = uint32(bound(one.recommenderId, 3, type(uint32).max));
        toEpoch(3);
        slash(one);
        vm.assertEq(platform().openCases, 0);
        vm.assertLt(platform().bond, PLATFORM_BOND);
        uint256 paid = asset.balanceOf(address(settlement));
        vm.assertEq(settlement.auditFundAccrued() + settlement.communeAccrued(3), paid);
        vm.assertEq(settlement.potOf(one.lotId), 0);
        vm.assertEq(settlement.nominatedOf(one.lotId, one.nomineeId), 0);
        uint256 kept = uint256(platform().bond) + platform().auditAccrued + platforms.rewardOf(challenger);
        vm.assertEq(kept + paid, PLATFORM_BOND);
    }

    /* HELPERS */

    function _post(Receipt[] memory honest) private {
        for (uint256 i; i < honest.length; ++i) posted.push(honest[i]);
    }

    /// @dev Challenges a receipt that no place of the posted trees answers for, and slashes.
    function assertSlashed(Receipt memory one) private {
        challenge(one);
        for (uint256 i; i < posted.length; ++i) {
            PurchaseProof memory purchase = Trees.purchaseProof(posted, scopeOf(1), i);
            assertNoAnswer(one, purchase, Trees.referralProof(posted, scopeOf(1), i));
        }
        uint256 bond = platform().bond;
        uint256 reward = platforms.rewardOf(challenger);
        uint256 start = block.timestamp;
        passDeadline();
        platforms.slashReceipt(one);
        vm.warp(start);
        vm.assertLe(platform().bond, bond - LEAST_PENALTY);
        vm.assertGe(platforms.rewardOf(challenger), reward + LEAST_PENALTY / 2);
    }

    function assertNoAnswer(Receipt memory one, PurchaseProof memory purchase, ReferralProof memory referral) private {
        bytes32 before = fingerprint();
        (bool success, bytes memory returned) = address(platforms).call(
            abi.encodeCall(IChallenges.answerReceipt, (one, purchase, referral))
        );
        vm.assertFalse(success);
        vm.assertTrue(
            bytes4(returned) == ISettlement.RootMismatch.selector ||
                bytes4(returned) == SumTree.PathLength.selector ||
                bytes4(returned) == SumTree.PositionOutsideTree.selector
        );
        vm.assertEq(fingerprint(), before);
    }
}
