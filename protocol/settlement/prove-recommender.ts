import { ProtocolError } from '../error.ts';
import type { StatementTrees } from './build-statement-trees.ts';
import type { RecommenderProof } from './proofs.ts';
import { readBranch } from './tree/read-branch.ts';
import { readNode } from './tree/read-node.ts';
import { groupSize } from './tree/receipt-groups.ts';
import { receiptTreeDepth } from './tree/receipt-tree.ts';
import { leafIndex, sparseSiblings } from './tree/sparse-tree.ts';

/** @throws ProtocolError `UnknownRecommender` when no order names this recommender. */
export function proveRecommender(trees: StatementTrees, recommenderId: number): RecommenderProof {
  const { recommenders, groups } = trees.recommenderTree;
  const group = leafIndex(recommenders, recommenderId);
  if (group < 0) throw new ProtocolError('UnknownRecommender', { recommenderId });
  return {
    recommenderId,
    ...readBranch(trees.store, groups.roots[group] as number, receiptTreeDepth(groupSize(groups, group))),
    siblings: sparseSiblings(recommenders, recommenderId).map((node) => readNode(trees.store, node)),
  };
}
