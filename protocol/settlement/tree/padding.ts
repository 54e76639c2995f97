import { MAX_DEPTH } from '../climb.ts';
import type { NodeStore } from './node-store.ts';
import type { TreeHasher } from './tree-hasher.ts';

/**
 * Makes the roots of empty subtrees the first nodes of a store: node i pads level i. Every missing sibling of a sparse tree
 * is then a node like any other, however far apart its positions are.
 */
export function appendPadding(store: NodeStore, hasher: TreeHasher): void {
  let pad = store.allocate();
  for (let level = 1; level < MAX_DEPTH; level++) pad = hasher.appendParent(pad, pad);
}
