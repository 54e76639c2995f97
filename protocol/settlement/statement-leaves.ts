import type { StatementTrees } from './build-statement-trees.ts';

/** A nominee leaf below a lot leaf. */
export interface NomineeLeaf {
  lotId: number;
  nomineeId: number;
}

/** What can be opened under a statement, by id in ascending order; id 0, nobody, included. */
export interface StatementLeaves {
  lots: readonly number[];
  nominees: readonly NomineeLeaf[];
  recommenders: readonly number[];
}

/** Lists the leaves of all outer trees of a statement. */
export function statementLeaves({ lotTree, recommenderTree }: StatementTrees): StatementLeaves {
  const lots = positions(lotTree.lots);
  return {
    lots,
    nominees: lots.flatMap((lotId, i) => {
      const nominees = lotTree.nominees[i];
      return nominees === undefined ? [] : positions(nominees).map((nomineeId) => ({ lotId, nomineeId }));
    }),
    recommenders: positions(recommenderTree.recommenders),
  };
}

function positions({ levels }: { levels: { positions: Uint32Array }[] }): number[] {
  return [...(levels[0]?.positions ?? [])];
}
