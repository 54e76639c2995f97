import type { Edge, Solution, Voter } from './election.ts';

const PERBILL = 1_000_000_000n;

/** What the check of proportional justified representation found. */
export interface Representation {
  /** Whether no losing candidate could have had a support of the threshold. */
  readonly ok: boolean;
  /** the loser with the most support that its voters could have spared; undefined without losers */
  readonly strongest: number | undefined;
  /** what that is, by loser */
  readonly preScores: ReadonlyMap<number, bigint>;
}

/** The threshold at which a solution must represent everybody: an equal part of all stake for each winner with support. */
export function standardThreshold(winners: number, voters: readonly Voter[]): bigint {
  return voters.reduce((sum, { stake }) => sum + stake, 0n) / BigInt(Math.max(winners, 1));
}

/**
 * Checks a solution for t-PJR: no group of voters with `threshold` of stake to spare that agree on a loser. After `pjr_check` of
 * sp-npos-elections (polkadot-sdk).
 */
export function checkPjr(
  { winners, edges }: Solution,
  candidates: readonly number[],
  voters: readonly Voter[],
  threshold: bigint,
): Representation {
  const support = new Map(winners.map((winner) => [winner.id, winner.support]));
  const byVoter = Map.groupBy(edges, ({ voter }) => voter);
  const preScores = new Map(candidates.filter((id) => !support.has(id)).map((id) => [id, 0n]));
  for (const voter of voters) {
    const spare = slack(voter.stake, byVoter.get(voter.id) ?? [], support, threshold);
    for (const id of new Set(voter.targets)) {
      const before = preScores.get(id);
      if (before !== undefined) preScores.set(id, before + spare);
    }
  }
  let strongest: number | undefined;
  for (const [id, score] of preScores) {
    // Of equal ones upstream finds the last.
    if (strongest === undefined || score >= (preScores.get(strongest) as bigint)) strongest = id;
  }
  const ok = strongest === undefined || (preScores.get(strongest) as bigint) < threshold;
  return { ok, strongest, preScores };
}

/** What of a stake is not needed to give each of its winners a support of the threshold. */
function slack(stake: bigint, edges: readonly Edge[], support: ReadonlyMap<number, bigint>, threshold: bigint): bigint {
  const needed = edges.reduce((sum, { target, weight }) => {
    const backed = support.get(target) ?? 0n;
    const part = backed > threshold ? (threshold * PERBILL) / backed : PERBILL;
    return sum + timesPerbill(part, weight);
  }, 0n);
  return stake > needed ? stake - needed : 0n;
}

/** Rounds to the nearest, halves down. */
function timesPerbill(part: bigint, value: bigint): bigint {
  return (2n * part * value + PERBILL - 1n) / (2n * PERBILL);
}
