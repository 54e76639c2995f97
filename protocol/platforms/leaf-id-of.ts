import { encodeAbiParameters, type Hex, keccak256 } from 'viem';
import type { Leaf } from './leaf.ts';

const parameters = [
  { type: 'uint32' },
  { type: 'uint32' },
  { type: 'uint8' },
  { type: 'uint32' },
  { type: 'uint32' },
] as const;

/** Name of a leaf in events and demands, `H(enc(Leaf))`. */
export function leafIdOf({ platformId, epoch, kind, lotId, payeeId }: Leaf): Hex {
  return keccak256(encodeAbiParameters(parameters, [platformId, epoch, kind, lotId, payeeId]));
}
