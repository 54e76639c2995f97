import { encodeAbiParameters, type Hex, keccak256, stringToHex } from 'viem';
import type { RoundKey } from './round-key.ts';

const DRAW_TAG = keccak256(stringToHex('TrustedCommerceCommune.Draw'));
const parameters = [
  { type: 'bytes32' },
  { type: 'uint256' },
  { type: 'address' },
  { type: 'uint256' },
  { type: 'uint256' },
  { type: 'bytes32' },
] as const;

/**
 * Seed of a round's draw.
 * @param prevRandao of the armed block, `mixHash` of its header
 */
export function drawSeed({ chainId, court, disputeId, round }: RoundKey, prevRandao: Hex): Hex {
  return keccak256(
    encodeAbiParameters(parameters, [DRAW_TAG, BigInt(chainId), court, disputeId, BigInt(round), prevRandao]),
  );
}
