import type { Hex } from 'viem';
import type { StatementTrees } from './build-statement-trees.ts';
import type { ReferralProof } from './proofs.ts';
import { findReceipt } from './tree/find-receipt.ts';
import { readNode } from './tree/read-node.ts';
import { groupTree, positionInGroup } from './tree/receipt-groups.ts';
import { receiptSiblings } from './tree/receipt-tree.ts';
import { leafIndex, sparseSiblings } from './tree/sparse-tree.ts';

/** @throws ProtocolError `UnknownOrder` when the statement has no such receipt. */
export function proveReferral(trees: StatementTrees, orderId: Hex): ReferralProof {
  const { store, receipts } = trees;
  const { recommenders, groups } = trees.recommenderTree;
  const row = findReceipt(receipts, trees.byOrderId, orderId);
  const recommenderId = receipts.recommenderIds[row] as number;
  const group = leafIndex(recommenders, recommenderId);
  const receiptPosition = positionInGroup(groups, group, receipts, row);
  const siblings = receiptSiblings(groupTree(groups, group), receiptPosition);
  return {
    receiptPosition,
    receiptSiblings: siblings.map((node) => readNode(store, node)),
    recommenderInnerDepth: siblings.length,
    recommenderSiblings: sparseSiblings(recommenders, recommenderId).map((node) => readNode(store, node)),
  };
}
