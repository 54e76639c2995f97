import type { Direction } from '../documents/quality-model/types.ts';
import { ProtocolError } from '../error.ts';
import { TOLERANCE_PARTS } from '../experience/deviation.ts';
import { ceilDiv } from '../math/ceil-div.ts';

/** `⌈deviation · 128 / T⌉` of a consensus from a claim, counting the bad side only; in 1/128 of T. */
export function claimDeviation(claim: number, consensus: number, direction: Direction, tolerance: number): bigint {
  if (!(tolerance > 0)) throw new ProtocolError('BadTolerance', { tolerance });
  return ceilDiv(BigInt(badSide(consensus - claim, direction)) * TOLERANCE_PARTS, BigInt(tolerance));
}

function badSide(above: number, direction: Direction): number {
  if (direction === 'atLeast') return Math.max(0, -above);
  if (direction === 'atMost') return Math.max(0, above);
  return Math.abs(above);
}
