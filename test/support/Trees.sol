// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, PurchaseProof, Receipt, ReferralProof} from "../../contracts/settlement/ISettlement.sol";
import {Sums, SumsLib} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node} from "../../contracts/settlement/SumTree.sol";

/// @notice What a statement is bound to.
struct Scope {
    uint256 chainId;
    address settlement;
    uint32 platformId;
    uint32 epoch;
}

/// @notice A leaf and where it stands.
struct Leaf {
    uint256 position;
    Node node;
}

/// @title Trees
/// @notice docs/encoding.md once more, for tests: builds the nested sum trees of a handful of receipts in memory, as plainly
/// as it can be written and without the code of {SumTree}. Order ids must ascend with the index of a receipt.
library Trees {
    bytes32 private constant RECEIPT_TYPEHASH = keccak256(
        "Receipt(uint32 platformId,uint32 epoch,bytes32 orderId,uint32 lotId,uint32 quantity,uint72 sales,uint72 fee,uint72 commission,uint32 recommenderId,uint32 nomineeId,bytes32 buyerCommitment)"
    );

    enum Key {
        Lot,
        Nominee,
        Recommender
    }

    /* HASHES */

    function domain(Scope memory scope) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    keccak256("TrustedCommerceCommune.Statement"),
                    scope.chainId,
                    scope.settlement,
                    scope.platformId,
                    scope.epoch
                )
            );
    }

    function digest(Receipt memory receipt, Scope memory scope) internal pure returns (bytes32) {
        bytes32 separator = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Trusted Commerce Commune"),
                keccak256("1"),
                scope.chainId,
                scope.settlement
            )
        );
        return keccak256(abi.encodePacked(hex"1901", separator, keccak256(abi.encode(RECEIPT_TYPEHASH, receipt))));
    }

    function receiptLeaf(Receipt memory receipt, Scope memory scope) internal pure returns (Node memory) {
        bytes32 hash = keccak256(abi.encodePacked(hex"0001", digest(receipt, scope)));
        return Node(hash, SumsLib.pack(receipt.sales, receipt.fee, receipt.commission, 1));
    }

    /// @param kind 2 nominee, 3 lot, 4 recommender.
    function outerLeaf(uint8 kind, Scope memory scope, InnerTree memory inner) internal pure returns (Node memory) {
        bytes32 hash = keccak256(
            abi.encodePacked(hex"00", kind, domain(scope), inner.root, Sums.unwrap(inner.sums), inner.depth)
        );
        return Node(hash, inner.sums);
    }

    function parent(Node memory left, Node memory right) internal pure returns (Node memory) {
        bytes32 hash = keccak256(
            abi.encodePacked(hex"01", left.hash, Sums.unwrap(left.sums), right.hash, Sums.unwrap(right.sums))
        );
        return Node(hash, Sums.wrap(Sums.unwrap(left.sums) + Sums.unwrap(right.sums)));
    }

    /* ONE TREE */

    /// @notice Bit length of the highest position.
    function depthOf(Leaf[] memory leaves) internal pure returns (uint8 depth) {
        for (uint256 i; i < leaves.length; ++i) while (leaves[i].position >> depth != 0) ++depth;
    }

    function treeOf(Leaf[] memory leaves) internal pure returns (InnerTree memory) {
        uint8 depth = depthOf(leaves);
        Node memory root = subtree(leaves, 0, depth);
        return InnerTree(root.hash, root.sums, depth);
    }

    /// @notice Siblings of a position from the leaf upwards.
    function pathTo(Leaf[] memory leaves, uint256 position) internal pure returns (Node[] memory path) {
        path = new Node[](depthOf(leaves));
        for (uint256 level; level < path.length; ++level) {
            path[level] = subtree(leaves, ((position >> level) ^ 1) << level, level);
        }
    }

    /// @notice Root of the subtree of `height` levels whose first position is `first`.
    function subtree(Leaf[] memory leaves, uint256 first, uint256 height) internal pure returns (Node memory) {
        bool empty = true;
        for (uint256 i; i < leaves.length; ++i) {
            if (leaves[i].position >> height != first >> height) continue;
            if (height == 0) return leaves[i].node;
            empty = false;
        }
        if (empty) return padding(height);
        return parent(subtree(leaves, first, height - 1), subtree(leaves, first + (1 << (height - 1)), height - 1));
    }

    function padding(uint256 height) internal pure returns (Node memory node) {
        for (uint256 level; level < height; ++level) node = parent(node, node);
    }

    function climb(Node memory leaf, uint256 position, Node[] memory path) internal pure returns (Node memory node) {
        node = leaf;
        for (uint256 level; level < path.length; ++level) {
            node = (position >> level) % 2 == 0 ? parent(node, path[level]) : parent(path[level], node);
        }
    }

    /* THE TREES OF A STATEMENT */

    function lotLeaves(Receipt[] memory receipts, Scope memory scope) internal pure returns (Leaf[] memory leaves) {
        leaves = _positions(receipts, Key.Lot);
        for (uint256 i; i < leaves.length; ++i) {
            leaves[i].node = outerLeaf(3, scope, lotTree(receipts, scope, uint32(leaves[i].position)));
        }
    }

    function recommenderLeaves(
        Receipt[] memory receipts,
        Scope memory scope
    ) internal pure returns (Leaf[] memory leaves) {
        leaves = _positions(receipts, Key.Recommender);
        for (uint256 i; i < leaves.length; ++i) {
            leaves[i].node = outerLeaf(4, scope, recommenderTree(receipts, scope, uint32(leaves[i].position)));
        }
    }

    function nomineeLeaves(
        Receipt[] memory receipts,
        Scope memory scope,
        uint32 lotId
    ) internal pure returns (Leaf[] memory leaves) {
        Receipt[] memory ofLot = only(receipts, Key.Lot, lotId);
        leaves = _positions(ofLot, Key.Nominee);
        for (uint256 i; i < leaves.length; ++i) {
            leaves[i].node = outerLeaf(2, scope, nomineeTree(receipts, scope, lotId, uint32(leaves[i].position)));
        }
    }

    function receiptLeaves(Receipt[] memory receipts, Scope memory scope) internal pure returns (Leaf[] memory leaves) {
        leaves = new Leaf[](receipts.length);
        for (uint256 i; i < receipts.length; ++i) leaves[i] = Leaf(i, receiptLeaf(receipts[i], scope));
    }

    function lotTree(
        Receipt[] memory receipts,
        Scope memory scope,
        uint32 lotId
    ) internal pure returns (InnerTree memory) {
        return treeOf(nomineeLeaves(receipts, scope, lotId));
    }

    function nomineeTree(
        Receipt[] memory receipts,
        Scope memory scope,
        uint32 lotId,
        uint32 nomineeId
    ) internal pure returns (InnerTree memory) {
        return treeOf(receiptLeaves(only(only(receipts, Key.Lot, lotId), Key.Nominee, nomineeId), scope));
    }

    function recommenderTree(
        Receipt[] memory receipts,
        Scope memory scope,
        uint32 recommenderId
    ) internal pure returns (InnerTree memory) {
        return treeOf(receiptLeaves(only(receipts, Key.Recommender, recommenderId), scope));
    }

    /* WHAT A PLATFORM POSTS AND A PAYEE SHOWS */

    function statement(
        Receipt[] memory receipts,
        Scope memory scope
    ) internal pure returns (ISettlement.StatementCommit memory) {
        InnerTree memory lots = treeOf(lotLeaves(receipts, scope));
        InnerTree memory recommenders = treeOf(recommenderLeaves(receipts, scope));
        return
            ISettlement.StatementCommit({
                platformId: scope.platformId,
                epoch: scope.epoch,
                lotDepth: lots.depth,
                recommenderDepth: recommenders.depth,
                lotRoot: lots.root,
                recommenderRoot: recommenders.root,
                totals: lots.sums,
                dataDigest: keccak256("order file")
            });
    }

    function lotPath(
        Receipt[] memory receipts,
        Scope memory scope,
        uint32 lotId
    ) internal pure returns (Node[] memory) {
        return pathTo(lotLeaves(receipts, scope), lotId);
    }

    function nomineePath(
        Receipt[] memory receipts,
        Scope memory scope,
        uint32 lotId,
        uint32 nomineeId
    ) internal pure returns (Node[] memory) {
        return pathTo(nomineeLeaves(receipts, scope, lotId), nomineeId);
    }

    function recommenderPath(
        Receipt[] memory receipts,
        Scope memory scope,
        uint32 recommenderId
    ) internal pure returns (Node[] memory) {
        return pathTo(recommenderLeaves(receipts, scope), recommenderId);
    }

    function purchaseProof(
        Receipt[] memory receipts,
        Scope memory scope,
        uint256 index
    ) internal pure returns (PurchaseProof memory proof) {
        Receipt memory receipt = receipts[index];
        for (uint256 i; i < index; ++i) {
            if (receipts[i].lotId == receipt.lotId && receipts[i].nomineeId == receipt.nomineeId) ++proof.receiptIndex;
        }
        Receipt[] memory same = only(only(receipts, Key.Lot, receipt.lotId), Key.Nominee, receipt.nomineeId);
        proof.receiptPath = pathTo(receiptLeaves(same, scope), proof.receiptIndex);
        proof.nomineePath = nomineePath(receipts, scope, receipt.lotId, receipt.nomineeId);
        proof.lotPath = lotPath(receipts, scope, receipt.lotId);
    }

    function referralProof(
        Receipt[] memory receipts,
        Scope memory scope,
        uint256 index
    ) internal pure returns (ReferralProof memory proof) {
        uint32 recommenderId = receipts[index].recommenderId;
        for (uint256 i; i < index; ++i) if (receipts[i].recommenderId == recommenderId) ++proof.receiptIndex;
        proof.receiptPath = pathTo(
            receiptLeaves(only(receipts, Key.Recommender, recommenderId), scope),
            proof.receiptIndex
        );
        proof.recommenderPath = recommenderPath(receipts, scope, recommenderId);
    }

    /* SELECTING */

    function only(Receipt[] memory receipts, Key key, uint32 id) internal pure returns (Receipt[] memory chosen) {
        uint256 count;
        for (uint256 i; i < receipts.length; ++i) if (_keyOf(receipts[i], key) == id) ++count;
        chosen = new Receipt[](count);
        count = 0;
        for (uint256 i; i < receipts.length; ++i) {
            if (_keyOf(receipts[i], key) == id) chosen[count++] = receipts[i];
        }
    }

    /// @dev Every id once, as leaves without content.
    function _positions(Receipt[] memory receipts, Key key) private pure returns (Leaf[] memory leaves) {
        leaves = new Leaf[](receipts.length);
        uint256 count;
        for (uint256 i; i < receipts.length; ++i) {
            uint32 id = _keyOf(receipts[i], key);
            bool seen;
            for (uint256 j; j < count; ++j) if (leaves[j].position == id) seen = true;
            if (!seen) leaves[count++].position = id;
        }
        assembly ("memory-safe") {
            mstore(leaves, count)
        }
    }

    function _keyOf(Receipt memory receipt, Key key) private pure returns (uint32) {
        if (key == Key.Lot) return receipt.lotId;
        return key == Key.Nominee ? receipt.nomineeId : receipt.recommenderId;
    }
}
