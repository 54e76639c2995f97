import type { Backer } from './phragmen.ts';

export interface Balancing {
  /** at most so many rounds over all voters */
  readonly iterations: number;
  /** it ends earlier when no voter's winners differ by more */
  readonly tolerance: bigint;
}

/** Evens out the supports of each voter's winners, voter by voter. After `balance` of sp-npos-elections (polkadot-sdk). */
export function balance(backers: readonly Backer[], { iterations, tolerance }: Balancing): void {
  for (let round = 0; round < iterations; round++) {
    let largest = 0n;
    for (const backer of backers) {
      const difference = balanceOne(backer, tolerance);
      if (difference > largest) largest = difference;
    }
    if (largest <= tolerance) return;
  }
}

/** @returns how much the supports of its winners differed, with what of its stake was not used */
function balanceOne({ stake, edges }: Backer, tolerance: bigint): bigint {
  if (edges.length <= 1) return 0n;
  const difference = differenceOf(stake, edges);
  if (difference < tolerance) return difference;
  for (const edge of edges) {
    edge.candidate.support -= edge.weight;
    edge.weight = 0n;
  }
  const byNeed = edges.toSorted((a, b) => compare(a.candidate.support, b.candidate.support));
  // As many of the least supported as the stake can lift to one level.
  let lifted = byNeed.length;
  let before = 0n;
  for (const [i, { candidate }] of byNeed.entries()) {
    if (candidate.support * BigInt(i) - before > stake) {
      lifted = i;
      break;
    }
    before += candidate.support;
  }
  const level = (byNeed[lifted - 1] as Backer['edges'][number]).candidate.support;
  const share = (stake + before - level * BigInt(lifted)) / BigInt(lifted);
  for (const edge of byNeed.slice(0, lifted)) {
    edge.weight = share + level - edge.candidate.support;
    edge.candidate.support += edge.weight;
  }
  return difference;
}

function differenceOf(stake: bigint, edges: Backer['edges']): bigint {
  const backed = edges.filter(({ weight }) => weight > 0n).map(({ candidate }) => candidate.support);
  if (backed.length === 0) return stake;
  const used = edges.reduce((sum, { weight }) => sum + weight, 0n);
  const most = backed.reduce((a, b) => (a > b ? a : b));
  const least = edges.map(({ candidate }) => candidate.support).reduce((a, b) => (a < b ? a : b));
  return most - least + (stake - used);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
