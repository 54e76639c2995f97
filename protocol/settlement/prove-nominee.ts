import { ProtocolError } from '../error.ts';
import type { StatementTrees } from './build-statement-trees.ts';
import type { NomineeProof } from './proofs.ts';
import { readBranch } from './tree/read-branch.ts';
import { readNode } from './tree/read-node.ts';
import { groupSize } from './tree/receipt-groups.ts';
import { receiptTreeDepth } from './tree/receipt-tree.ts';
import { leafIndex, type SparseTree, sparseSiblings } from './tree/sparse-tree.ts';

/** @throws ProtocolError `UnknownLot` or `UnknownNominee` when no order of the lot names this experiencer. */
export function proveNominee(trees: StatementTrees, lotId: number, nomineeId: number): NomineeProof {
  const { lots, nominees, firstGroups, groups } = trees.lotTree;
  const lot = leafIndex(lots, lotId);
  if (lot < 0) throw new ProtocolError('UnknownLot', { lotId });
  const tree = nominees[lot] as SparseTree;
  const nominee = leafIndex(tree, nomineeId);
  if (nominee < 0) throw new ProtocolError('UnknownNominee', { lotId, nomineeId });
  const group = (firstGroups[lot] as number) + nominee;
  return {
    lotId,
    nomineeId,
    ...readBranch(trees.store, groups.roots[group] as number, receiptTreeDepth(groupSize(groups, group))),
    siblings: sparseSiblings(tree, nomineeId).map((node) => readNode(trees.store, node)),
  };
}
