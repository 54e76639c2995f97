import { appendReceiptGroups, groupSize, type ReceiptGroups } from './receipt-groups.ts';
import type { ReceiptTable } from './receipt-table.ts';
import { receiptTreeDepth } from './receipt-tree.ts';
import { sortByKey } from './sort-by-key.ts';
import { appendSparseTree, type SparseTree } from './sparse-tree.ts';
import type { TreeHasher } from './tree-hasher.ts';

/** Recommender id → receipts. */
export interface RecommenderTree {
  recommenders: SparseTree;
  /** group i belongs to the i-th recommender of `recommenders` */
  groups: ReceiptGroups;
}

/** `byOrderId` are all rows in the order of their order ids. */
export function appendRecommenderTree(
  hasher: TreeHasher,
  table: ReceiptTable,
  byOrderId: Uint32Array,
  firstReceipt: number,
): RecommenderTree {
  const order = sortByKey(byOrderId, table.recommenderIds);
  const groups = appendReceiptGroups(hasher, firstReceipt, order, [table.recommenderIds]);
  const firstLeaf = hasher.nextNode;
  const ids = groups.roots.map((root, group) => {
    hasher.appendBranch('recommender', root, receiptTreeDepth(groupSize(groups, group)));
    return table.recommenderIds[order[groups.starts[group] as number] as number] as number;
  });
  return { recommenders: appendSparseTree(hasher, ids, firstLeaf), groups };
}
