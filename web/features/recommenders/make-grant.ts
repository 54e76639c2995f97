import type { Hex } from 'viem';
import type { ReferralGrant } from '../../../protocol/referrals/referral-grant.ts';

export const GRANT_DAYS = [30, 90, 365] as const;
const DAY = 86_400;

interface Wish {
  readonly recommenderId: number;
  readonly commodityId: number;
  readonly campaign: string;
  readonly days: number;
  /** Chain time, Unix seconds. */
  readonly now: number;
  /** 32 random bytes. */
  readonly nonce: Hex;
}

/** The grant for a new link, ready to be signed. */
export function makeGrant({ days, now, campaign, ...rest }: Wish): ReferralGrant {
  return { ...rest, campaign: campaign.trim(), validUntil: now + days * DAY };
}
