import { concat, type Hex, keccak256, stringToHex } from 'viem';

const TAG = keccak256(stringToHex('TrustedCommerceCommune.RootSecret'));

/** Root of an account's secrets from its signature of {@link secretRequest}. Keep it in memory only. */
export function rootSecret(signature: Hex): Hex {
  return keccak256(concat([TAG, signature]));
}
