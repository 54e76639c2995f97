import { checkAmount } from '../math/check-uint.ts';
import { type Balancing, balance } from './balance.ts';
import type { Solution, Voter } from './election.ts';
import { normalize } from './normalize.ts';

/** Loads are fractions of this: as exact as upstream's 128 bits, and the same to the last digit. */
const ONE = 2n ** 128n - 1n;

/** A candidate while an election runs. */
export interface Running {
  readonly id: number;
  /** Stake of all who named it. */
  approval: bigint;
  isElected: boolean;
  support: bigint;
}

/** A voter while an election runs. */
export interface Backer {
  readonly id: number;
  readonly stake: bigint;
  load: bigint;
  edges: { readonly candidate: Running; load: bigint; weight: bigint }[];
}

/**
 * Elects by Phragmén's sequential method: one winner after the other, each time the one that leaves the load of its voters least.
 * A winner that nobody stands behind is left out. After `seq_phragmen` of sp-npos-elections (polkadot-sdk).
 *
 * @param seats winners at most
 * @param candidates ids; of two that are equally good the first wins
 * @param balancing rounds in which stake is evened out among a voter's winners; none by default
 */
export function phragmen(
  seats: number,
  candidates: readonly number[],
  voters: readonly Voter[],
  balancing?: Balancing,
): Solution {
  const running = candidates.map((id): Running => ({ id, approval: 0n, isElected: false, support: 0n }));
  const backers = nominate(running, voters);
  const elected: Running[] = [];
  while (elected.length < Math.min(seats, running.length)) elected.push(electNext(running, backers));
  for (const backer of backers) distribute(backer);
  if (balancing) balance(backers, balancing);
  for (const backer of backers) spendWholeStake(backer);
  return {
    winners: elected.filter(({ support }) => support > 0n).map(({ id, support }) => ({ id, support })),
    edges: backers.flatMap(({ id, edges }) =>
      edges
        .filter(({ weight }) => weight > 0n)
        .map(({ candidate, weight }) => ({ voter: id, target: candidate.id, weight })),
    ),
  };
}

function nominate(running: readonly Running[], voters: readonly Voter[]): Backer[] {
  const byId = new Map(running.map((candidate) => [candidate.id, candidate]));
  const backers: Backer[] = [];
  for (const { id, stake, targets } of voters) {
    checkAmount('stake', stake, 128n);
    const named = [...new Set(targets)].flatMap((target) => byId.get(target) ?? []);
    for (const candidate of named) candidate.approval += stake;
    const edges = named.map((candidate) => ({ candidate, load: 0n, weight: 0n }));
    if (edges.length > 0) backers.push({ id, stake, load: 0n, edges });
  }
  return backers;
}

function electNext(running: readonly Running[], backers: readonly Backer[]): Running {
  const scores = new Map<Running, bigint>();
  for (const candidate of running) {
    if (!candidate.isElected && candidate.approval > 0n) scores.set(candidate, ONE / candidate.approval);
  }
  for (const { load, stake, edges } of backers) {
    for (const { candidate } of edges) {
      const score = scores.get(candidate);
      if (score !== undefined) scores.set(candidate, atMost(score + (load * stake) / candidate.approval));
    }
  }
  let best: Running | undefined;
  for (const [candidate, score] of scores) {
    if (best === undefined || score < (scores.get(best) as bigint)) best = candidate;
  }
  // Those whom nobody named come last, in their order.
  const winner = best ?? (running.find(({ isElected }) => !isElected) as Running);
  const score = scores.get(winner) ?? ONE;
  winner.isElected = true;
  for (const backer of backers) {
    for (const edge of backer.edges) {
      if (edge.candidate !== winner) continue;
      edge.load = score > backer.load ? score - backer.load : 0n;
      backer.load = score;
    }
  }
  return winner;
}

/** A voter's stake goes to its winners as the load came. */
function distribute(backer: Backer): void {
  backer.edges = backer.edges.filter((edge) => {
    if (!edge.candidate.isElected) return false;
    edge.weight = (backer.stake * edge.load) / (backer.load > 0n ? backer.load : 1n);
    edge.candidate.support += edge.weight;
    return edge.weight > 0n;
  });
  spendWholeStake(backer);
}

function spendWholeStake({ stake, edges }: Backer): void {
  const weights = normalize(
    edges.map(({ weight }) => weight),
    stake,
  );
  for (const [i, edge] of edges.entries()) {
    const weight = weights[i] as bigint;
    edge.candidate.support += weight - edge.weight;
    edge.weight = weight;
  }
}

function atMost(load: bigint): bigint {
  return load < ONE ? load : ONE;
}
