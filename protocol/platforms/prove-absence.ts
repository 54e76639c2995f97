import { ProtocolError } from '../error.ts';
import type { StatementTrees } from '../settlement/build-statement-trees.ts';
import { readBranch } from '../settlement/tree/read-branch.ts';
import { readNode } from '../settlement/tree/read-node.ts';
import { leafIndex, type SparseTree, sparseSiblings } from '../settlement/tree/sparse-tree.ts';
import type { AbsenceProof } from './absence-proof.ts';
import { demandKind, type Leaf } from './leaf.ts';

/**
 * Proves that nobody has a leaf in a statement that he demands.
 * @throws ProtocolError `LeafExists`, `PositionOutsideTree` for a lot or a recommender that no such statement can hold (the contract
 * refuses to open a case), `UnknownLot` for a nominee of a lot without orders, or `WrongPlatform` and `WrongEpoch`.
 */
export function proveAbsence(trees: StatementTrees, leaf: Leaf): AbsenceProof {
  const { scope, store, lotTree, recommenderTree } = trees;
  const { platformId, epoch, kind, lotId, payeeId } = leaf;
  if (platformId !== scope.platformId) throw new ProtocolError('WrongPlatform', { platformId });
  if (epoch !== scope.epoch) throw new ProtocolError('WrongEpoch', { epoch });
  const emptyIn = (tree: SparseTree, position: number) => {
    if (leafIndex(tree, position) >= 0) throw new ProtocolError('LeafExists', { kind, lotId, payeeId });
    if (!reachesTo(tree, position)) throw new ProtocolError('PositionOutsideTree', { position, depth: tree.depth });
    return sparseSiblings(tree, position).map((node) => readNode(store, node));
  };
  if (kind === demandKind.lot) return { lot: null, siblings: emptyIn(lotTree.lots, lotId) };
  if (kind === demandKind.recommender) return { lot: null, siblings: emptyIn(recommenderTree.recommenders, payeeId) };

  const nominees = lotTree.nominees[leafIndex(lotTree.lots, lotId)];
  if (nominees === undefined) throw new ProtocolError('UnknownLot', { lotId });
  const lot = readBranch(store, nominees.root, nominees.depth);
  return { lot, siblings: reachesTo(nominees, payeeId) ? emptyIn(nominees, payeeId) : [] };
}

/** Not `position >> depth`: shifts of JavaScript numbers wrap at 32. */
function reachesTo({ depth }: SparseTree, position: number): boolean {
  return position < 2 ** depth;
}
