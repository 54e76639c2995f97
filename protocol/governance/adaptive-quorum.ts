import { integerSqrt } from '../math/integer-sqrt.ts';

/** Votes of one proposal, in units of experience power. */
export interface Tally {
  readonly forVotes: bigint;
  readonly againstVotes: bigint;
  /** Votes for and against; abstentions are no part of it. */
  readonly turnout: bigint;
  /** Power of all at the snapshot. */
  readonly electorate: bigint;
}

/** Whether a tally carries a decision. */
export type Rule = (tally: Tally) => boolean;

const SCALE_BITS = 128n;

/** `against · ⌈√(E · 2^128)⌉ < for · ⌊√(T · 2^128)⌋`; false where an operand has more than 128 bits. */
export const superMajorityApprove: Rule = (tally) =>
  isDecidable(tally) &&
  fits(tally) &&
  tally.againstVotes * rootUp(tally.electorate) < tally.forVotes * rootDown(tally.turnout);

/** `for > against` */
export const simpleMajority: Rule = (tally) => isDecidable(tally) && tally.forVotes > tally.againstVotes;

/** `against · ⌈√(T · 2^128)⌉ < for · ⌊√(E · 2^128)⌋`; false where an operand has more than 128 bits. */
export const superMajorityAgainst: Rule = (tally) =>
  isDecidable(tally) &&
  fits(tally) &&
  tally.againstVotes * rootUp(tally.turnout) < tally.forVotes * rootDown(tally.electorate);

function isDecidable({ turnout, electorate }: Tally): boolean {
  return turnout > 0n && electorate > 0n;
}

function fits({ forVotes, againstVotes, turnout, electorate }: Tally): boolean {
  return (forVotes | againstVotes | turnout | electorate) >> SCALE_BITS === 0n;
}

function rootDown(value: bigint): bigint {
  return integerSqrt(value << SCALE_BITS);
}

function rootUp(value: bigint): bigint {
  const scaled = value << SCALE_BITS;
  const root = integerSqrt(scaled);
  return root * root === scaled ? root : root + 1n;
}
