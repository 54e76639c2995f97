import { FULL_SCORE } from './accuracy.ts';

/** `ΔP = ⌊N · acc / 256⌋`: power earned by a report with nominations N, in the settlement asset's smallest unit. */
export function powerEarned(nominated: bigint, acc: bigint): bigint {
  return (nominated * acc) / FULL_SCORE;
}
