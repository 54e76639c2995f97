import { type Address, type Hex, hashTypedData } from 'viem';

/** A recommender allows a platform to credit him with the buyers that his link brings. */
export interface ReferralGrant {
  readonly recommenderId: number;
  /** {@link EVERY_COMMODITY}: all of them. */
  readonly commodityId: number;
  /** At most 31 bytes of UTF-8; the recommender's own name for the link. */
  readonly campaign: string;
  readonly nonce: Hex;
  /** Unix seconds. */
  readonly validUntil: number;
}

export const EVERY_COMMODITY = 0xffff_ffff;

/** A click counts for so long (seconds). */
export const CLICK_LIFETIME = 15 * 24 * 60 * 60;

const types = {
  ReferralGrant: [
    { name: 'recommenderId', type: 'uint32' },
    { name: 'commodityId', type: 'uint32' },
    { name: 'campaign', type: 'string' },
    { name: 'nonce', type: 'bytes32' },
    { name: 'validUntil', type: 'uint48' },
  ],
} as const;

/** EIP-712 typed data of a grant; its domain is that of the register of recommenders, whose `checkGrant` verifies it. */
export function referralGrantTypedData(grant: ReferralGrant, chainId: number, recommenders: Address) {
  return {
    domain: { name: 'Trusted Commerce Commune', version: '1', chainId, verifyingContract: recommenders },
    types,
    primaryType: 'ReferralGrant',
    message: grant,
  } as const;
}

export function referralGrantDigest(grant: ReferralGrant, chainId: number, recommenders: Address): Hex {
  return hashTypedData(referralGrantTypedData(grant, chainId, recommenders));
}
