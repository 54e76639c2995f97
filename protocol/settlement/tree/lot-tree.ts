import { appendReceiptGroups, groupSize, type ReceiptGroups } from './receipt-groups.ts';
import type { ReceiptTable } from './receipt-table.ts';
import { receiptTreeDepth } from './receipt-tree.ts';
import { sortByKey } from './sort-by-key.ts';
import { appendSparseTree, type SparseTree } from './sparse-tree.ts';
import type { TreeHasher } from './tree-hasher.ts';

/** Lot id → nominee id → receipts. */
export interface LotTree {
  lots: SparseTree;
  /** nominee tree of the i-th lot of `lots` */
  nominees: SparseTree[];
  /** `groups` of the i-th lot begin here and follow its nominees in order */
  firstGroups: number[];
  groups: ReceiptGroups;
}

/** `byOrderId` are all rows in the order of their order ids. */
export function appendLotTree(
  hasher: TreeHasher,
  table: ReceiptTable,
  byOrderId: Uint32Array,
  firstReceipt: number,
): LotTree {
  const order = sortByKey(sortByKey(byOrderId, table.nomineeIds), table.lotIds);
  const groups = appendReceiptGroups(hasher, firstReceipt, order, [table.lotIds, table.nomineeIds]);
  const groupCount = groups.roots.length;
  const groupKey = (keys: Uint32Array, group: number): number =>
    keys[order[groups.starts[group] as number] as number] as number;

  const lotIds: number[] = [];
  const nominees: SparseTree[] = [];
  const firstGroups: number[] = [];
  for (let group = 0; group < groupCount; ) {
    const lotId = groupKey(table.lotIds, group);
    const nomineeIds: number[] = [];
    const firstLeaf = hasher.nextNode;
    lotIds.push(lotId);
    firstGroups.push(group);
    for (; group < groupCount && groupKey(table.lotIds, group) === lotId; group++) {
      nomineeIds.push(groupKey(table.nomineeIds, group));
      hasher.appendBranch('nominee', groups.roots[group] as number, receiptTreeDepth(groupSize(groups, group)));
    }
    nominees.push(appendSparseTree(hasher, Uint32Array.from(nomineeIds), firstLeaf));
  }
  const firstLeaf = hasher.nextNode;
  for (const { root, depth } of nominees) hasher.appendBranch('lot', root, depth);
  return { lots: appendSparseTree(hasher, Uint32Array.from(lotIds), firstLeaf), nominees, firstGroups, groups };
}
