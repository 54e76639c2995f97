import { type DecisionClass, ruleOf } from '../../../protocol/governance/decision-class.ts';

/** Parts that turnout and shares are counted in. */
export const PARTS = 10_000n;

/**
 * The fewest votes in favour that carry a decision when so many vote for or against; null: no number does.
 * @param turnout votes for and against
 */
export function forOfTurnout(decisionClass: DecisionClass, turnout: bigint, electorate: bigint): bigint | null {
  const rule = ruleOf(decisionClass);
  const passes = (forVotes: bigint) => rule({ forVotes, againstVotes: turnout - forVotes, turnout, electorate });
  if (turnout <= 0n || !passes(turnout)) return null;
  let [least, most] = [0n, turnout];
  while (least < most) {
    const middle = (least + most) >> 1n;
    if (passes(middle)) most = middle;
    else least = middle + 1n;
  }
  return least;
}

/** A point of the threshold: with this part of the electorate voting for or against, this part of them must be in favour. */
export interface ThresholdPoint {
  /** Basis points of the electorate. */
  readonly turnoutBps: number;
  /** Basis points of the votes for and against. */
  readonly shareBps: number;
}

/**
 * The threshold of a class from next to nobody to everybody voting, exact at each of its points.
 * @param electorate all power; a small one is looked at through a glass, so that the curve has no steps
 */
export function thresholdCurve(decisionClass: DecisionClass, electorate: bigint, steps = 100): ThresholdPoint[] {
  const all = electorate >= PARTS * PARTS ? electorate : PARTS * PARTS;
  return Array.from({ length: steps }, (_, i) => {
    const turnout = (all * BigInt(i + 1)) / BigInt(steps);
    const least = forOfTurnout(decisionClass, turnout, all) ?? turnout;
    return { turnoutBps: Number((turnout * PARTS) / all), shareBps: Number((least * PARTS) / turnout) };
  });
}

export interface Votes {
  readonly forVotes: bigint;
  readonly againstVotes: bigint;
  readonly abstainVotes: bigint;
}

/** Where a vote stands in the picture of its threshold. */
export interface Standing {
  /** Part of the electorate that voted for or against, in basis points. */
  readonly turnoutBps: number;
  /** Part of those in favour; null: nobody voted for or against. */
  readonly shareBps: number | null;
  /** More than this part of them must be; null: nobody voted for or against. */
  readonly neededBps: number | null;
  /** Part of the electorate that still has to vote for or against for the floor, those who did included: abstentions count. */
  readonly floorBps: number;
  readonly isFloorMet: boolean;
}

/** @param floor votes that must be cast, abstentions included */
export function standingOf(
  decisionClass: DecisionClass,
  { forVotes, againstVotes, abstainVotes }: Votes,
  electorate: bigint,
  floor: bigint,
): Standing {
  const turnout = forVotes + againstVotes;
  const part = (of: bigint, whole: bigint) => (whole === 0n ? 0 : Number((of * PARTS) / whole));
  const needed = forOfTurnout(decisionClass, turnout, electorate);
  const left = floor > abstainVotes ? floor - abstainVotes : 0n;
  return {
    turnoutBps: part(turnout, electorate),
    shareBps: turnout === 0n ? null : part(forVotes, turnout),
    neededBps: needed === null ? null : Number(((needed - 1n) * PARTS * 2n + turnout) / (turnout * 2n)),
    floorBps: part(left, electorate),
    isFloorMet: turnout + abstainVotes >= floor && electorate > 0n,
  };
}

/** Votes as the index writes them. */
export function votesOf(indexed: Readonly<Record<keyof Votes, string>>): Votes {
  return {
    forVotes: BigInt(indexed.forVotes),
    againstVotes: BigInt(indexed.againstVotes),
    abstainVotes: BigInt(indexed.abstainVotes),
  };
}
