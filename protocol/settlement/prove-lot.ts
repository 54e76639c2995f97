import { ProtocolError } from '../error.ts';
import type { StatementTrees } from './build-statement-trees.ts';
import type { LotProof } from './proofs.ts';
import { readBranch } from './tree/read-branch.ts';
import { readNode } from './tree/read-node.ts';
import { leafIndex, type SparseTree, sparseSiblings } from './tree/sparse-tree.ts';

/** @throws ProtocolError `UnknownLot` when the statement has no order of this lot. */
export function proveLot(trees: StatementTrees, lotId: number): LotProof {
  const { lots, nominees } = trees.lotTree;
  const index = leafIndex(lots, lotId);
  if (index < 0) throw new ProtocolError('UnknownLot', { lotId });
  const { root, depth } = nominees[index] as SparseTree;
  return {
    lotId,
    ...readBranch(trees.store, root, depth),
    siblings: sparseSiblings(lots, lotId).map((node) => readNode(trees.store, node)),
  };
}
