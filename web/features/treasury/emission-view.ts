import { type EpochAmounts, epochAmounts } from '../../../protocol/token/emission.ts';

export const EPOCHS_PER_ERA = 208;

/** An era of the emission: the same amount in each of its epochs. */
export interface Era {
  /** 0, 1, … */
  readonly number: number;
  /** Its first epoch. */
  readonly from: number;
  /** The epoch after its last one. */
  readonly until: number;
  /** CTT of each epoch, winners' and treasury's together. */
  readonly amount: bigint;
}

/** The first eras of the emission. */
export function erasOf(firstEpoch: number, count: number): Era[] {
  return Array.from({ length: count }, (_, number) => {
    const { winners, treasury } = epochAmounts(number * EPOCHS_PER_ERA);
    const from = firstEpoch + number * EPOCHS_PER_ERA;
    return { number, from, until: from + EPOCHS_PER_ERA, amount: winners + treasury };
  });
}

/** registering: rounds of the epoch are still registered; open: winners claim; idle: nobody won, nothing is minted for winners. */
export type EmissionStage = 'running' | 'registering' | 'open' | 'idle';

export interface EmissionRow extends EpochAmounts {
  readonly epoch: number;
  readonly stage: EmissionStage;
  readonly rounds: number;
  /** CTT that winners claimed. */
  readonly claimed: bigint;
}

interface IndexedEpoch {
  readonly number: number;
  readonly roundCount: number;
  readonly mined: string;
}

/** Epochs from the current one back, the newest first, with what they mine and mined. */
export function emissionRows(
  firstEpoch: number,
  current: number,
  indexed: readonly IndexedEpoch[],
  most: number,
): EmissionRow[] {
  const known = new Map(indexed.map((one) => [one.number, one]));
  const count = Math.max(0, Math.min(most, current - firstEpoch + 1));
  return Array.from({ length: count }, (_, back) => {
    const epoch = current - back;
    const found = known.get(epoch);
    const rounds = found?.roundCount ?? 0;
    return {
      epoch,
      ...epochAmounts(epoch - firstEpoch),
      rounds,
      claimed: BigInt(found?.mined ?? 0),
      stage: stageOf(back, rounds),
    };
  });
}

/** @param age epochs since */
function stageOf(age: number, rounds: number): EmissionStage {
  if (age === 0) return 'running';
  if (age === 1) return 'registering';
  return rounds > 0 ? 'open' : 'idle';
}

/** Parts of a vesting at a moment, in basis points of its whole time. */
export function vestingProgress(start: number, end: number, at: number): number {
  if (end <= start) return 10_000;
  return Math.floor((Math.min(Math.max(at - start, 0), end - start) * 10_000) / (end - start));
}
