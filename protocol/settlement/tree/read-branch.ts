import type { BranchLeaf } from '../leaf-hash.ts';
import type { NodeStore } from './node-store.ts';
import { readNode } from './read-node.ts';

/** What a branch leaf commits to: root, sums and depth of the inner tree. */
export function readBranch(store: NodeStore, innerRoot: number, innerDepth: number): BranchLeaf {
  const { hash, sums } = readNode(store, innerRoot);
  return { innerRoot: hash, sums, innerDepth };
}
