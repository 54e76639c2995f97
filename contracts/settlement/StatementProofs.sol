// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, PurchaseProof, Receipt, ReferralProof} from "./ISettlement.sol";
import {Sums, SumsLib} from "./Sums.sol";
import {InnerTree, SumTree} from "./SumTree.sol";

/// @title StatementProofs
/// @notice Leads receipts up to the roots of their statement.
library StatementProofs {
    /// @notice The lot tree that holds a receipt, by its digest, below its nominee and its lot.
    function climbLots(
        bytes32 domain,
        bytes32 digest,
        Receipt calldata receipt,
        PurchaseProof calldata proof
    ) internal pure returns (InnerTree memory tree) {
        tree = SumTree.climb(SumTree.receiptLeaf(digest), sumsOf(receipt), proof.receiptIndex, proof.receiptPath);
        tree = SumTree.climb(SumTree.nomineeLeaf(domain, tree), tree.sums, receipt.nomineeId, proof.nomineePath);
        tree = SumTree.climb(SumTree.lotLeaf(domain, tree), tree.sums, receipt.lotId, proof.lotPath);
    }

    /// @notice The recommender tree that holds a receipt, by its digest, below its recommender.
    function climbRecommenders(
        bytes32 domain,
        bytes32 digest,
        Receipt calldata receipt,
        ReferralProof calldata proof
    ) internal pure returns (InnerTree memory tree) {
        tree = SumTree.climb(SumTree.receiptLeaf(digest), sumsOf(receipt), proof.receiptIndex, proof.receiptPath);
        bytes32 leaf = SumTree.recommenderLeaf(domain, tree);
        tree = SumTree.climb(leaf, tree.sums, receipt.recommenderId, proof.recommenderPath);
    }

    /// @notice Reverts unless a tree is the one that a statement committed to.
    function check(InnerTree memory tree, bytes32 root, uint8 depth, Sums totals) internal pure {
        require(tree.depth == depth, SumTree.PathLength(tree.depth, depth));
        require(tree.root == root, ISettlement.RootMismatch(root, tree.root));
        require(tree.sums == totals, ISettlement.TotalsMismatch(totals, tree.sums));
    }

    function sumsOf(Receipt calldata receipt) internal pure returns (Sums) {
        return SumsLib.pack(receipt.sales, receipt.fee, receipt.commission, 1);
    }
}
