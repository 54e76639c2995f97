import { encodePacked, type Hex, keccak256 } from 'viem';
import { addSums } from './sums.ts';

/** A node of a Merkle sum tree, and one element of a proof. */
export interface ProofElement {
  hash: Hex;
  /** packed sums of everything below */
  sums: bigint;
}

/**
 * `H(0x01 ‖ hashL ‖ sumsL ‖ hashR ‖ sumsR)` with the checked sum of both.
 * @throws ProtocolError `SumsOverflow` when a lane overflows.
 */
export function parentNode(left: ProofElement, right: ProofElement): ProofElement {
  const sums = addSums(left.sums, right.sums);
  const types = ['uint8', 'bytes32', 'uint256', 'bytes32', 'uint256'] as const;
  return { hash: keccak256(encodePacked(types, [1, left.hash, left.sums, right.hash, right.sums])), sums };
}
