import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { deflatePower } from '../../../protocol/power/deflate-power.ts';
import { powerMultiplier } from '../../../protocol/power/power-multiplier.ts';

/** Power halves in so many epochs. */
export const HALF_LIFE_EPOCHS = 13;

/** Raw power from the start of an epoch on. */
export interface Checkpoint {
  readonly epoch: number;
  readonly raw: bigint;
}

export interface PowerPoint {
  readonly epoch: number;
  /** Units of the settlement asset's fees (10^−6). */
  readonly power: bigint;
}

/** What raw power is worth at a time (Unix seconds). */
export function powerAt(clock: EpochClock, raw: bigint, time: number): bigint {
  const elapsed = BigInt(Math.max(0, time - clock.genesis));
  return deflatePower(raw, powerMultiplier(elapsed, BigInt(HALF_LIFE_EPOCHS * clock.epochLength)));
}

/**
 * Power at the start of every epoch from the first checkpoint to `lastEpoch`: it steps up where something was earned and decays
 * between. Checkpoints in any order.
 */
export function powerSeries(clock: EpochClock, checkpoints: readonly Checkpoint[], lastEpoch: number): PowerPoint[] {
  const sorted = checkpoints.toSorted((a, b) => a.epoch - b.epoch);
  const [first] = sorted;
  if (!first) return [];
  const points: PowerPoint[] = [];
  let next = 0;
  let raw = 0n;
  for (let epoch = first.epoch; epoch <= Math.max(lastEpoch, first.epoch); epoch++) {
    while (next < sorted.length && (sorted[next]?.epoch ?? 0) <= epoch) raw = sorted[next++]?.raw ?? raw;
    points.push({ epoch, power: powerAt(clock, raw, epochStart(clock, epoch)) });
  }
  return points;
}
