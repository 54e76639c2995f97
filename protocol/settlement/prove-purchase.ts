import type { Hex } from 'viem';
import type { StatementTrees } from './build-statement-trees.ts';
import type { PurchaseProof } from './proofs.ts';
import { findReceipt } from './tree/find-receipt.ts';
import { readNode } from './tree/read-node.ts';
import { groupTree, positionInGroup } from './tree/receipt-groups.ts';
import { receiptSiblings } from './tree/receipt-tree.ts';
import { leafIndex, type SparseTree, sparseSiblings } from './tree/sparse-tree.ts';

/** @throws ProtocolError `UnknownOrder` when the statement has no such receipt. */
export function provePurchase(trees: StatementTrees, orderId: Hex): PurchaseProof {
  const { store, receipts } = trees;
  const { lots, nominees, firstGroups, groups } = trees.lotTree;
  const row = findReceipt(receipts, trees.byOrderId, orderId);
  const lotId = receipts.lotIds[row] as number;
  const nomineeId = receipts.nomineeIds[row] as number;
  const lot = leafIndex(lots, lotId);
  const nomineeTree = nominees[lot] as SparseTree;
  const group = (firstGroups[lot] as number) + leafIndex(nomineeTree, nomineeId);
  const receiptPosition = positionInGroup(groups, group, receipts, row);
  const siblings = receiptSiblings(groupTree(groups, group), receiptPosition);
  return {
    receiptPosition,
    receiptSiblings: siblings.map((node) => readNode(store, node)),
    nomineeInnerDepth: siblings.length,
    nomineeSiblings: sparseSiblings(nomineeTree, nomineeId).map((node) => readNode(store, node)),
    lotInnerDepth: nomineeTree.depth,
    lotSiblings: sparseSiblings(lots, lotId).map((node) => readNode(store, node)),
  };
}
