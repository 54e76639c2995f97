// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IChallenges} from "../../contracts/platforms/IChallenges.sol";
import {CaseState, IPledges} from "../../contracts/platforms/IPledges.sol";
import {ISettlement, PurchaseProof, Receipt, ReferralProof} from "../../contracts/settlement/ISettlement.sol";
import {Sums, SumsLib, SumsOverflow} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node, SumTree} from "../../contracts/settlement/SumTree.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice How a platform answers for a receipt.
contract AnswersTest is PlatformsTest {
    function setUp() public override {
        super.setUp();
        uint32 second = offerLot(commodityId, "LOT-2", SALE, 2);
        receipts.push(receipt(4, 1, second, 4_000_000, 9, 1));
        receipts.push(receipt(5, 1, lotId, 5_000_000, 1, 0));
    }

    /* ANSWERING */

    function testFuzz_answerReceipt_by_anybody(uint256 index, address by, bool atTheEnd) public {
        commit(receipts);
        index = bound(index, 0, receipts.length - 1);
        bytes32 digest = challenge(receipts[index]);
        if (atTheEnd) toDeadline();
        (PurchaseProof memory purchase, ReferralProof memory referral) = (purchaseOf(index), referralOf(index));
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IChallenges.ReceiptAnswered(platformId, 1, digest, by);
        vm.prank(by);
        platforms.answerReceipt(receipts[index], purchase, referral);

        vm.assertTrue(platforms.receiptCaseOf(digest).state == CaseState.Answered);
        vm.assertEq(platform().openCases, 0);
        vm.assertEq(platform().bond, PLATFORM_BOND);
        vm.assertEq(platforms.pledgesWonBy(platformId), PLEDGE);
        vm.assertEq(platforms.pledgeOf(challenger), 0);
    }

    function test_answerReceipt_every_receipt_and_each_once() public {
        commit(receipts);
        for (uint256 i; i < receipts.length; ++i) challenge(receipts[i]);
        vm.assertEq(platform().openCases, 5);
        for (uint256 i = receipts.length; i > 0; --i) answer(i - 1);
        vm.assertEq(platform().openCases, 0);
        vm.assertEq(platforms.pledgesWonBy(platformId), 5 * PLEDGE);
        refuseAnswer(receipts[0], purchaseOf(0), referralOf(0), notChallenged(receipts[0]));
        passDeadline();
        refuseSlash(receipts[0], notChallenged(receipts[0]));
    }

    /// Challenged in the last second, answered half an epoch later.
    function test_answerReceipt_after_the_window_of_challenges() public {
        commit(receipts);
        toEpoch(6);
        vm.warp(block.timestamp - 1);
        challenge(receipts[2]);
        toDeadline();
        answer(2);
    }

    function testFuzz_answerReceipt_sparse_ids(uint32 lot, uint32 nomineeId, uint32 recommenderId) public {
        Receipt[] memory one = new Receipt[](1);
        one[0] = receipt(1, 1, lot, 7_000_000, nomineeId, recommenderId);
        commit(one);
        challenge(one[0]);
        platforms.answerReceipt(
            one[0],
            Trees.purchaseProof(one, scopeOf(1), 0),
            Trees.referralProof(one, scopeOf(1), 0)
        );
        vm.assertEq(platforms.pledgesWonBy(platformId), PLEDGE);
    }

    /* REFUSALS */

    function test_answerReceipt_refuses_what_nobody_asked() public {
        commit(receipts);
        refuseAnswer(receipts[0], purchaseOf(0), referralOf(0), notChallenged(receipts[0]));
    }

    function test_answerReceipt_refuses_late_answers() public {
        commit(receipts);
        challenge(receipts[0]);
        uint48 deadline = uint48(block.timestamp) + WINDOW;
        passDeadline();
        bytes memory expected = abi.encodeWithSelector(IPledges.AnswerTooLate.selector, deadline);
        refuseAnswer(receipts[0], purchaseOf(0), referralOf(0), expected);
    }

    function test_answerReceipt_refuses_without_statement() public {
        toEpoch(3);
        challenge(receipts[0]);
        bytes memory expected = abi.encodeWithSelector(ISettlement.NoStatement.selector, platformId, 1);
        refuseAnswer(receipts[0], purchaseOf(0), referralOf(0), expected);
    }

    function test_answerReceipt_refuses_the_place_of_another() public {
        commit(receipts);
        challenge(receipts[0]);
        bytes32 root = settlement.statementOf(platformId, 1).lotRoot;
        for (uint256 i = 1; i < receipts.length; ++i) {
            PurchaseProof memory purchase = purchaseOf(i);
            if (purchase.nomineePath.length != 2) continue;
            bytes32 computed = lotRootOver(receipts[0], purchase);
            refuseAnswer(
                receipts[0],
                purchase,
                referralOf(0),
                abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, computed)
            );
        }
    }

    function test_answerReceipt_refuses_one_tree_only() public {
        commit(receipts);
        challenge(receipts[1]);
        ReferralProof memory referral = referralOf(1);
        referral.receiptIndex ^= 1;
        bytes32 root = settlement.statementOf(platformId, 1).recommenderRoot;
        bytes32 computed = recommenderRootOver(receipts[1], referral);
        refuseAnswer(
            receipts[1],
            purchaseOf(1),
            referral,
            abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, computed)
        );
        PurchaseProof memory purchase = purchaseOf(1);
        purchase.receiptIndex ^= 1;
        root = settlement.statementOf(platformId, 1).lotRoot;
        computed = lotRootOver(receipts[1], purchase);
        refuseAnswer(
            receipts[1],
            purchase,
            referralOf(1),
            abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, computed)
        );
    }

    function test_answerReceipt_refuses_other_depths() public {
        commit(receipts);
        challenge(receipts[1]);
        PurchaseProof memory purchase = purchaseOf(1);
        ReferralProof memory referral = referralOf(1);
        purchase.lotPath = new Node[](2);
        refuseAnswer(receipts[1], purchase, referral, pathLength(2, 1));
        referral.recommenderPath = new Node[](3);
        refuseAnswer(receipts[1], purchaseOf(1), referral, pathLength(3, 2));
        referral.recommenderPath = new Node[](33);
        refuseAnswer(receipts[1], purchaseOf(1), referral, pathLength(33, 32));
        referral.recommenderPath = new Node[](0);
        bytes memory outside = abi.encodeWithSelector(SumTree.PositionOutsideTree.selector, 1, 0);
        refuseAnswer(receipts[1], purchaseOf(1), referral, outside);
    }

    function testFuzz_answerReceipt_refuses_other_sums(uint8 bit, bool inReferral) public {
        commit(receipts);
        challenge(receipts[1]);
        PurchaseProof memory purchase = purchaseOf(1);
        ReferralProof memory referral = referralOf(1);
        uint256 flip = 1 << ((uint256(bit) % 16) + 72 * (bit % 4));
        Node memory node = inReferral ? referral.recommenderPath[0] : purchase.nomineePath[0];
        node.sums = Sums.wrap(Sums.unwrap(node.sums) ^ flip);
        bytes32 root =
            inReferral
                ? settlement.statementOf(platformId, 1).recommenderRoot
                : settlement.statementOf(platformId, 1).lotRoot;
        bytes32 computed = inReferral ? recommenderRootOver(receipts[1], referral) : lotRootOver(receipts[1], purchase);
        refuseAnswer(
            receipts[1],
            purchase,
            referral,
            abi.encodeWithSelector(ISettlement.RootMismatch.selector, root, computed)
        );
    }

    function test_answerReceipt_refuses_sums_that_overflow() public {
        commit(receipts);
        challenge(receipts[1]);
        ReferralProof memory referral = referralOf(1);
        referral.receiptPath[0].sums = Sums.wrap(type(uint256).max);
        Sums own = SumsLib.pack(receipts[1].sales, receipts[1].fee, receipts[1].commission, 1);
        bytes memory expected = abi.encodeWithSelector(SumsOverflow.selector, own, referral.receiptPath[0].sums);
        refuseAnswer(receipts[1], purchaseOf(1), referral, expected);
    }

    function testFuzz_answerReceipt_refuses_totals_that_differ(uint256 flip) public {
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        Sums real = statement.totals;
        statement.totals = SumsLib.pack(real.sales() + uint72(1 + (flip % 1e12)), real.fees(), 0, real.count());
        toEpoch(2);
        post(statement);
        challenge(receipts[1]);
        refuseAnswer(
            receipts[1],
            purchaseOf(1),
            referralOf(1),
            abi.encodeWithSelector(ISettlement.TotalsMismatch.selector, statement.totals, real)
        );
    }

    /* HELPERS */

    function notChallenged(Receipt memory one) private view returns (bytes memory) {
        return abi.encodeWithSelector(IChallenges.ReceiptNotChallenged.selector, digestOf(one));
    }

    function pathLength(uint256 given, uint256 depth) private pure returns (bytes memory) {
        return abi.encodeWithSelector(SumTree.PathLength.selector, given, depth);
    }

    function lotRootOver(Receipt memory one, PurchaseProof memory proof) private view returns (bytes32) {
        Node memory node = Trees.climb(Trees.receiptLeaf(one, scopeOf(1)), proof.receiptIndex, proof.receiptPath);
        node = Trees.outerLeaf(2, scopeOf(1), InnerTree(node.hash, node.sums, uint8(proof.receiptPath.length)));
        node = Trees.climb(node, one.nomineeId, proof.nomineePath);
        node = Trees.outerLeaf(3, scopeOf(1), InnerTree(node.hash, node.sums, uint8(proof.nomineePath.length)));
        return Trees.climb(node, one.lotId, proof.lotPath).hash;
    }

    function recommenderRootOver(Receipt memory one, ReferralProof memory proof) private view returns (bytes32) {
        Node memory node = Trees.climb(Trees.receiptLeaf(one, scopeOf(1)), proof.receiptIndex, proof.receiptPath);
        node = Trees.outerLeaf(4, scopeOf(1), InnerTree(node.hash, node.sums, uint8(proof.receiptPath.length)));
        return Trees.climb(node, one.recommenderId, proof.recommenderPath).hash;
    }
}
