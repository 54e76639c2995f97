import type { ReceiptTable } from './receipt-table.ts';
import { appendReceiptTree, type ReceiptTree } from './receipt-tree.ts';
import type { TreeHasher } from './tree-hasher.ts';

/** Receipt trees over the runs of rows in `order` that belong together, in flat columns: there may be a million of them. */
export interface ReceiptGroups {
  order: Uint32Array;
  firstReceipt: number;
  /** group g is rows `order[starts[g]]` … `order[starts[g + 1] − 1]` */
  starts: Uint32Array;
  firstParents: Uint32Array;
  roots: Uint32Array;
}

/** Cuts `order` wherever a key changes and builds the receipt tree of each run. */
export function appendReceiptGroups(
  hasher: TreeHasher,
  firstReceipt: number,
  order: Uint32Array,
  keys: readonly Uint32Array[],
): ReceiptGroups {
  const starts = runStarts(order, keys);
  const count = starts.length - 1;
  const firstParents = new Uint32Array(count);
  const roots = new Uint32Array(count);
  for (let group = 0; group < count; group++) {
    const start = starts[group] as number;
    const tree = { order, firstReceipt, start, count: (starts[group + 1] as number) - start };
    firstParents[group] = hasher.nextNode;
    roots[group] = appendReceiptTree(hasher, tree);
  }
  return { order, firstReceipt, starts, firstParents, roots };
}

/** First index of each run of rows with equal keys, and the end of the last run. */
function runStarts(order: Uint32Array, keys: readonly Uint32Array[]): Uint32Array {
  const starts = new Uint32Array(order.length + 1);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number;
    const before = order[i - 1] as number;
    if (i === 0 || keys.some((key) => key[row] !== key[before])) starts[count++] = i;
  }
  starts[count] = order.length;
  return starts.slice(0, count + 1);
}

export function groupSize({ starts }: ReceiptGroups, group: number): number {
  return (starts[group + 1] as number) - (starts[group] as number);
}

export function groupTree(groups: ReceiptGroups, group: number): ReceiptTree {
  return {
    order: groups.order,
    firstReceipt: groups.firstReceipt,
    start: groups.starts[group] as number,
    count: groupSize(groups, group),
    firstParent: groups.firstParents[group] as number,
  };
}

/** Position of `row` in its group's tree, whose rows are in the order of their order ids. */
export function positionInGroup(
  { order, starts }: ReceiptGroups,
  group: number,
  table: ReceiptTable,
  row: number,
): number {
  const start = starts[group] as number;
  let low = start;
  let high = (starts[group + 1] as number) - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (table.compareOrderIds(order[middle] as number, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low - start;
}
