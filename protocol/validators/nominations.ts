import { ProtocolError } from '../error.ts';
import { MAX_NOMINATIONS } from './solution.ts';

const LANE_BITS = 16;
const LANE = 0xffffn;

/** Candidates by lane, of a word with 16 bits for each. */
export function unpackNominations(word: bigint): number[] {
  const targets: number[] = [];
  for (let rest = word; rest > 0n; rest >>= BigInt(LANE_BITS)) targets.push(Number(rest & LANE));
  return targets;
}

/** The word in which the contract keeps them. @throws ProtocolError `TooManyValues` */
export function packNominations(targets: readonly number[]): bigint {
  if (targets.length > MAX_NOMINATIONS) {
    throw new ProtocolError('TooManyValues', { given: targets.length, most: MAX_NOMINATIONS });
  }
  return targets.reduce((word, id, lane) => word | (BigInt(id) << BigInt(LANE_BITS * lane)), 0n);
}
