import { BaseError, type Hex } from 'viem';
import { ProtocolError } from '../error.ts';
import type { ProofElement } from './node.ts';

/**
 * Whether `climbed` ends in the given root and sums. A climb that breaks a rule on its way proves nothing, nor does one whose
 * parts viem cannot encode: proofs come from strangers.
 */
export function reaches(root: Hex, sums: bigint, climbed: () => ProofElement): boolean {
  try {
    const top = climbed();
    return top.hash === root.toLowerCase() && top.sums === sums;
  } catch (error) {
    if (error instanceof ProtocolError || error instanceof BaseError) return false;
    throw error;
  }
}
