import { ProtocolError } from '../error.ts';
import type { StatementTrees } from './build-statement-trees.ts';
import type { ProofElement } from './node.ts';
import type { LotProof } from './proofs.ts';
import { proveLot } from './prove-lot.ts';
import { readNode } from './tree/read-node.ts';
import { leafIndex, type SparseTree, sparseSiblings } from './tree/sparse-tree.ts';

/** A place at which a statement may have a leaf. */
export type LeafPlace =
  | { kind: 'lot'; lotId: number }
  | { kind: 'nominee'; lotId: number; nomineeId: number }
  | { kind: 'recommender'; recommenderId: number };

/** Shows that a place of a statement is empty. */
export interface AbsenceProof {
  /** The lot leaf that a nominee's place is under. */
  lot: LotProof | null;
  /** From the empty place upwards; none for a place beyond the lot's tree of nominees. */
  siblings: ProofElement[];
}

/**
 * @throws ProtocolError `LeafExists` when there is a leaf, `PositionOutsideTree` for a place beyond a statement's own trees, `UnknownLot`
 * for a nominee of a lot that the statement does not have
 */
export function proveAbsence(trees: StatementTrees, place: LeafPlace): AbsenceProof {
  switch (place.kind) {
    case 'lot':
      return { lot: null, siblings: emptyPlace(trees, trees.lotTree.lots, place.lotId, { ...place }) };
    case 'recommender': {
      const { recommenders } = trees.recommenderTree;
      return { lot: null, siblings: emptyPlace(trees, recommenders, place.recommenderId, { ...place }) };
    }
    case 'nominee': {
      const { lots, nominees } = trees.lotTree;
      const lot = proveLot(trees, place.lotId);
      const tree = nominees[leafIndex(lots, place.lotId)] as SparseTree;
      if (place.nomineeId >= 2 ** tree.depth) return { lot, siblings: [] };
      return { lot, siblings: emptyPlace(trees, tree, place.nomineeId, { ...place }) };
    }
  }
}

function emptyPlace(
  { store }: StatementTrees,
  tree: SparseTree,
  position: number,
  place: Record<string, unknown>,
): ProofElement[] {
  if (position >= 2 ** tree.depth) throw new ProtocolError('PositionOutsideTree', { position, depth: tree.depth });
  if (leafIndex(tree, position) >= 0) throw new ProtocolError('LeafExists', place);
  return sparseSiblings(tree, position).map((node) => readNode(store, node));
}
