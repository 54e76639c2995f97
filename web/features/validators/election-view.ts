import { epochAt } from '../../../protocol/clock/epoch-at.ts';
import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { electionWindow, nextElection, TERM_EPOCHS, termOf } from '../../../protocol/clock/term.ts';
import { shareBps } from '../../shared/format/share-bps.ts';

/** Where the terms stand at a moment; times in Unix seconds. */
export interface TermNow {
  readonly term: number;
  /** 0 … 3: epoch of the term. */
  readonly epochOfTerm: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** The term that is elected next, and when its solutions are taken. */
  readonly elects: number;
  readonly electionFrom: number;
  readonly electionUntil: number;
  readonly isElectionOpen: boolean;
  /** First election that a change made now counts for. */
  readonly countsFor: number;
}

export function termNow(clock: EpochClock, now: number): TermNow {
  const epoch = epochAt(clock, now);
  const term = termOf(epoch);
  const { from, until } = electionWindow(clock, term + 1);
  return {
    term,
    epochOfTerm: epoch - term * TERM_EPOCHS,
    startsAt: epochStart(clock, term * TERM_EPOCHS),
    endsAt: until,
    elects: term + 1,
    electionFrom: from,
    electionUntil: until,
    isElectionOpen: now >= from,
    countsFor: nextElection(epoch),
  };
}

/** A record that is kept twice: what counts from an election on, and what counted before. */
interface Versions {
  readonly fromElection: number;
  readonly running: boolean;
  readonly commissionBps: number;
  readonly selfBond: string;
  readonly runningBefore: boolean;
  readonly commissionBpsBefore: number;
  readonly selfBondBefore: string;
}

export interface StandingAt {
  readonly running: boolean;
  readonly commissionBps: number;
  readonly bond: bigint;
}

/** A candidate as the election for a term sees him. */
export function standingAt(candidate: Versions, term: number): StandingAt {
  const { fromElection, running, commissionBps, selfBond } = candidate;
  if (fromElection <= term) return { running, commissionBps, bond: BigInt(selfBond) };
  const { runningBefore, commissionBpsBefore, selfBondBefore } = candidate;
  return { running: runningBefore, commissionBps: commissionBpsBefore, bond: BigInt(selfBondBefore) };
}

interface RuleVersions {
  readonly rulesFromElection: number;
  readonly electionSeats: number;
  readonly minSelfBond: string;
  readonly minPower: string;
  readonly electionSeatsBefore: number;
  readonly minSelfBondBefore: string;
  readonly minPowerBefore: string;
}

export interface Rules {
  readonly seats: number;
  readonly minSelfBond: bigint;
  readonly minPower: bigint;
}

/** Rules of the election for a term. */
export function rulesAt(versions: RuleVersions, term: number): Rules {
  if (versions.rulesFromElection <= term) {
    const { electionSeats: seats, minSelfBond, minPower } = versions;
    return { seats, minSelfBond: BigInt(minSelfBond), minPower: BigInt(minPower) };
  }
  const { electionSeatsBefore: seats, minSelfBondBefore, minPowerBefore } = versions;
  return { seats, minSelfBond: BigInt(minSelfBondBefore), minPower: BigInt(minPowerBefore) };
}

/** ready: can win; down: does not stand; bond, power: too little of it. Without power it is not judged. */
export type Eligibility = 'ready' | 'down' | 'bond' | 'power';

export function eligibility({ running, bond }: StandingAt, power: bigint | undefined, rules: Rules): Eligibility {
  if (!running) return 'down';
  if (bond < rules.minSelfBond) return 'bond';
  return power !== undefined && power < rules.minPower ? 'power' : 'ready';
}

/** The latest election that seats a term; undefined: nobody has been elected for it. */
export function electionOf<E extends { readonly term: number }>(elections: readonly E[], term: number): E | undefined {
  return elections.toSorted((a, b) => b.term - a.term).find((election) => election.term <= term);
}

/** How evenly stake is spread over winners: (Σs)² / (n · Σs²), in basis points; 10,000 when all have the same. */
export function evennessBps(sum: bigint, squares: bigint, winners: number): number {
  return squares === 0n ? 0 : Number((sum * sum * 10_000n) / (squares * BigInt(winners)));
}

/** Pieces of a bar: the largest parts one by one, what is left of the whole as one. Widths in basis points of `longest`. */
export function barPieces<P extends { readonly amount: string }>(
  parts: readonly P[],
  whole: bigint,
  longest: bigint,
  isOwn: (part: P) => boolean,
): { readonly key: number; readonly bps: number; readonly own: boolean }[] {
  const MOST = 12;
  const own = parts.filter(isOwn);
  const shown = [...own, ...parts.filter((part) => !isOwn(part)).slice(0, MOST)];
  const rest = whole - shown.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const pieces = shown.map((part, key) => ({ key, bps: shareBps(BigInt(part.amount), longest), own: isOwn(part) }));
  return rest > 0n ? [...pieces, { key: shown.length, bps: shareBps(rest, longest), own: false }] : pieces;
}
