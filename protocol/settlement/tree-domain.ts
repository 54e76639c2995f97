import { encodeAbiParameters, type Hex, keccak256, stringToHex } from 'viem';
import type { StatementScope } from './statement.ts';

const STATEMENT_TAG = keccak256(stringToHex('TrustedCommerceCommune.Statement'));
const parameters = [
  { type: 'bytes32' },
  { type: 'uint256' },
  { type: 'address' },
  { type: 'uint32' },
  { type: 'uint32' },
] as const;

/** Domain hashed into every nominee, lot and recommender leaf of a statement. */
export function treeDomain({ chainId, settlement, platformId, epoch }: StatementScope): Hex {
  return keccak256(encodeAbiParameters(parameters, [STATEMENT_TAG, BigInt(chainId), settlement, platformId, epoch]));
}
