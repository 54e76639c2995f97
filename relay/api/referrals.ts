import { z } from 'zod';
import { amount, bytes32, signature, timestamp, uint32 } from './scalars.ts';

/** EIP-712 ReferralGrant of protocol/referrals: the recommender allows this relay to credit him with buyers. */
export const grant = z.object({
  recommenderId: uint32,
  /** 0xffffffff: every commodity. */
  commodityId: uint32,
  campaign: z
    .string()
    .refine((text) => new TextEncoder().encode(text).length <= 31, 'must be at most 31 bytes of UTF-8'),
  nonce: bytes32,
  validUntil: timestamp,
});
export type ReferralGrant = z.infer<typeof grant>;

// POST /referrals/grants (session): grantRequest → link
export const grantRequest = z.object({ grant, signature });
export const link = z.object({
  /** In links and QR codes: {web}/r/{code}. */
  code: z.string(),
  grant,
  clicks: z.int(),
  orders: z.int(),
  /** Commission of orders that are not settled yet, and of settled ones. */
  pendingCommission: amount,
  settledCommission: amount,
});
export type ReferralLink = z.infer<typeof link>;
// GET /referrals/grants (session) → links; DELETE /referrals/grants/:code (session) revokes
export const links = z.object({ links: z.array(link) });

// POST /referrals/:code/clicks: clickRequest → clicked. The last valid click within 15 days counts; never one's own.
export const clickRequest = z.object({ visitorId: z.string().min(16).max(64) });
export const clicked = z.object({ commodityId: uint32, recommenderId: uint32, validUntil: timestamp });
