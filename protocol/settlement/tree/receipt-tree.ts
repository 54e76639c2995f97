import type { TreeHasher } from './tree-hasher.ts';

/**
 * The receipts of one nominee of a lot, or of one recommender, at positions 0 … count − 1. Leaves are not copied: they are
 * receipts `order[start]` … `order[start + count − 1]`, whose nodes begin at `firstReceipt`; the levels above follow each other
 * from `firstParent` on.
 */
export interface ReceiptTree {
  order: Uint32Array;
  firstReceipt: number;
  start: number;
  count: number;
  firstParent: number;
}

/** Builds the levels above the leaves and returns the root's number; `count` ≥ 1. */
export function appendReceiptTree(hasher: TreeHasher, tree: Omit<ReceiptTree, 'firstParent'>): number {
  const { order, firstReceipt, start, count } = tree;
  const leaf = (i: number): number => firstReceipt + (order[start + i] as number);
  if (count === 1) return leaf(0);
  let first = -1;
  for (let i = 0; i < count; i += 2) {
    const parent = hasher.appendParent(leaf(i), i + 1 < count ? leaf(i + 1) : 0);
    if (first < 0) first = parent;
  }
  let size = (count + 1) >>> 1;
  for (let padding = 1; size > 1; padding++) {
    const level = first;
    for (let i = 0; i < size; i += 2) {
      const parent = hasher.appendParent(level + i, i + 1 < size ? level + i + 1 : padding);
      if (i === 0) first = parent;
    }
    size = (size + 1) >>> 1;
  }
  return first;
}

/** Depth of a tree over `count` receipts: bit length of the last position. */
export function receiptTreeDepth(count: number): number {
  return 32 - Math.clz32(count - 1);
}

/** Node numbers of the siblings of the receipt at `position`, from the leaf upwards. */
export function receiptSiblings(tree: ReceiptTree, position: number): number[] {
  const { order, firstReceipt, start, count, firstParent } = tree;
  const siblings: number[] = [];
  let first = firstParent;
  for (let height = 0, size = count; size > 1; height++, size = (size + 1) >>> 1) {
    const sibling = (position >>> height) ^ 1;
    if (sibling >= size) siblings.push(height);
    else if (height === 0) siblings.push(firstReceipt + (order[start + sibling] as number));
    else siblings.push(first + sibling);
    if (height > 0) first += size;
  }
  return siblings;
}
