// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, PurchaseProof, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Settlement} from "../../contracts/settlement/Settlement.sol";
import {SumsLib} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node, SumTree} from "../../contracts/settlement/SumTree.sol";

struct LotLeaf {
    uint32 lotId;
    InnerTree inner;
    Node[] path;
}

struct NomineeLeaf {
    uint32 lotId;
    uint32 nomineeId;
    InnerTree inner;
    Node[] path;
}

/// @notice A statement with everything that can be proven from it. Proof i is that of receipt i.
struct Book {
    ISettlement.StatementCommit statement;
    Receipt[] receipts;
    PurchaseProof[] proofs;
    LotLeaf[] lots;
    NomineeLeaf[] nominees;
}

/// @title Trees
/// @notice Dense Merkle sum trees in memory, for few and low positions. Node 1 is the root, the children of node k are
/// 2k and 2k + 1.
library Trees {
    /// @dev As many leaves as a tree needs whose highest position is `highest`.
    function width(uint256 highest) internal pure returns (uint256 w) {
        for (w = 1; w <= highest; w *= 2) {}
    }

    function build(Node[] memory leaves) internal pure returns (Node[] memory nodes) {
        uint256 w = leaves.length;
        nodes = new Node[](2 * w);
        for (uint256 i; i < w; ++i) nodes[w + i] = leaves[i];
        for (uint256 k = w - 1; k > 0; --k) {
            (Node memory left, Node memory right) = (nodes[2 * k], nodes[2 * k + 1]);
            bytes32 hash = keccak256(abi.encodePacked(uint8(1), left.hash, left.sums, right.hash, right.sums));
            nodes[k] = Node(hash, left.sums + right.sums);
        }
    }

    function root(Node[] memory nodes) internal pure returns (InnerTree memory) {
        return InnerTree(nodes[1].hash, nodes[1].sums, depth(nodes));
    }

    function depth(Node[] memory nodes) internal pure returns (uint8 d) {
        for (uint256 w = nodes.length / 2; w > 1; w /= 2) ++d;
    }

    function path(Node[] memory nodes, uint256 position) internal pure returns (Node[] memory siblings) {
        siblings = new Node[](depth(nodes));
        uint256 k = nodes.length / 2 + position;
        for (uint256 level; level < siblings.length; ++level) {
            siblings[level] = nodes[k ^ 1];
            k /= 2;
        }
    }
}

/// @title Statements
/// @notice Builds the lot tree of a statement as docs/encoding.md describes it. The recommender tree is left out: what is
/// tested with this pays no commissions.
library Statements {
    bytes32 internal constant RECOMMENDER_ROOT = keccak256("no recommenders");

    function build(
        Settlement settlement,
        uint32 platformId,
        uint32 epoch,
        Receipt[] memory receipts
    ) internal view returns (Book memory book) {
        book.receipts = receipts;
        book.proofs = new PurchaseProof[](receipts.length);
        book.lots = new LotLeaf[](receipts.length);
        book.nominees = new NomineeLeaf[](receipts.length);
        _setCounts(book, 0, 0);
        bytes32 domain = SumTree.domain(address(settlement), platformId, epoch);
        Node[] memory leaves = new Node[](Trees.width(_highestLot(receipts)));
        for (uint32 lotId; lotId < leaves.length; ++lotId) {
            if (!_sold(receipts, lotId)) continue;
            InnerTree memory inner = _buildLot(settlement, book, domain, lotId);
            leaves[lotId] = Node(SumTree.lotLeaf(domain, inner), inner.sums);
            _setCounts(book, book.lots.length + 1, book.nominees.length);
            book.lots[book.lots.length - 1] = LotLeaf(lotId, inner, new Node[](0));
        }
        Node[] memory nodes = Trees.build(leaves);
        for (uint256 i; i < book.lots.length; ++i) book.lots[i].path = Trees.path(nodes, book.lots[i].lotId);
        for (uint256 i; i < receipts.length; ++i) book.proofs[i].lotPath = Trees.path(nodes, receipts[i].lotId);
        InnerTree memory top = Trees.root(nodes);
        book.statement = ISettlement.StatementCommit(
            platformId,
            epoch,
            top.depth,
            0,
            top.root,
            RECOMMENDER_ROOT,
            top.sums,
            keccak256("data")
        );
    }

    function _buildLot(
        Settlement settlement,
        Book memory book,
        bytes32 domain,
        uint32 lotId
    ) private view returns (InnerTree memory) {
        Receipt[] memory receipts = book.receipts;
        uint256 first = book.nominees.length;
        Node[] memory leaves = new Node[](Trees.width(_highestNominee(receipts, lotId)));
        for (uint32 nomineeId; nomineeId < leaves.length; ++nomineeId) {
            uint256 count = _nominating(receipts, lotId, nomineeId);
            if (count == 0) continue;
            InnerTree memory inner = _buildNominee(settlement, book, lotId, nomineeId, count);
            leaves[nomineeId] = Node(SumTree.nomineeLeaf(domain, inner), inner.sums);
            _setCounts(book, book.lots.length, book.nominees.length + 1);
            book.nominees[book.nominees.length - 1] = NomineeLeaf(lotId, nomineeId, inner, new Node[](0));
        }
        Node[] memory nodes = Trees.build(leaves);
        for (uint256 i = first; i < book.nominees.length; ++i) {
            book.nominees[i].path = Trees.path(nodes, book.nominees[i].nomineeId);
        }
        for (uint256 i; i < receipts.length; ++i) {
            if (receipts[i].lotId == lotId) book.proofs[i].nomineePath = Trees.path(nodes, receipts[i].nomineeId);
        }
        return Trees.root(nodes);
    }

    function _buildNominee(
        Settlement settlement,
        Book memory book,
        uint32 lotId,
        uint32 nomineeId,
        uint256 count
    ) private view returns (InnerTree memory) {
        Node[] memory leaves = new Node[](Trees.width(count - 1));
        uint32 next;
        for (uint256 i; i < book.receipts.length; ++i) {
            Receipt memory r = book.receipts[i];
            if (r.lotId != lotId || r.nomineeId != nomineeId) continue;
            bytes32 leaf = SumTree.receiptLeaf(settlement.receiptDigest(r));
            leaves[next] = Node(leaf, SumsLib.pack(r.sales, r.fee, r.commission, 1));
            book.proofs[i].receiptIndex = next++;
        }
        Node[] memory nodes = Trees.build(leaves);
        for (uint256 i; i < book.receipts.length; ++i) {
            Receipt memory r = book.receipts[i];
            if (r.lotId != lotId || r.nomineeId != nomineeId) continue;
            book.proofs[i].receiptPath = Trees.path(nodes, book.proofs[i].receiptIndex);
        }
        return Trees.root(nodes);
    }

    /// @dev The arrays were allocated with one place for every receipt, more than they ever need.
    function _setCounts(Book memory book, uint256 lots, uint256 nominees) private pure {
        LotLeaf[] memory lotLeaves = book.lots;
        NomineeLeaf[] memory nomineeLeaves = book.nominees;
        assembly ("memory-safe") {
            mstore(lotLeaves, lots)
            mstore(nomineeLeaves, nominees)
        }
    }

    function _highestLot(Receipt[] memory receipts) private pure returns (uint256 highest) {
        for (uint256 i; i < receipts.length; ++i) if (receipts[i].lotId > highest) highest = receipts[i].lotId;
    }

    function _highestNominee(Receipt[] memory receipts, uint32 lotId) private pure returns (uint256 highest) {
        for (uint256 i; i < receipts.length; ++i) {
            if (receipts[i].lotId == lotId && receipts[i].nomineeId > highest) highest = receipts[i].nomineeId;
        }
    }

    function _sold(Receipt[] memory receipts, uint32 lotId) private pure returns (bool) {
        for (uint256 i; i < receipts.length; ++i) if (receipts[i].lotId == lotId) return true;
        return false;
    }

    function _nominating(Receipt[] memory receipts, uint32 lotId, uint32 nomineeId) private pure returns (uint256 n) {
        for (uint256 i; i < receipts.length; ++i) {
            if (receipts[i].lotId == lotId && receipts[i].nomineeId == nomineeId) ++n;
        }
    }
}
