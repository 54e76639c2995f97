import { integerSqrt } from '../math/integer-sqrt.ts';

/** A seat that was won. */
export interface Seat {
  readonly candidateId: number;
  /** part of the seat's reward that the validator keeps */
  readonly commissionBps: number;
  /** CTT behind the validator */
  readonly support: bigint;
  readonly weight: bigint;
}

const MAX_POWER = 2n ** 128n - 1n;

/** Weight of a seat in rewards: ⌊√(power · support)⌋. */
export function seatWeight(power: bigint, support: bigint): bigint {
  return integerSqrt((power < MAX_POWER ? power : MAX_POWER) * support);
}
