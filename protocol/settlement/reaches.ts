import type { Hex } from 'viem';
import { ProtocolError } from '../error.ts';
import type { ProofElement } from './node.ts';

/** Whether `climbed` ends in the given root and sums; a climb that breaks a rule on its way proves nothing. */
export function reaches(root: Hex, sums: bigint, climbed: () => ProofElement): boolean {
  try {
    const top = climbed();
    return top.hash === root.toLowerCase() && top.sums === sums;
  } catch (error) {
    if (error instanceof ProtocolError) return false;
    throw error;
  }
}
