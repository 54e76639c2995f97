import { z } from 'zod';
import { amount, bytes32, hex, uint32 } from './scalars.ts';

/** An EIP-712 receipt of protocol/settlement, with the platform's signature. Whoever holds it can prove the order. */
export const receipt = z.object({
  receipt: z.object({
    platformId: uint32,
    epoch: uint32,
    orderId: bytes32,
    lotId: uint32,
    quantity: uint32,
    sales: amount,
    fee: amount,
    commission: amount,
    recommenderId: uint32,
    nomineeId: uint32,
    buyerCommitment: bytes32,
  }),
  digest: bytes32,
  signature: hex,
});
export type SignedReceipt = z.infer<typeof receipt>;

// GET /receipts?role=buyer|recommender&epoch= (session) → receipts of the session's account
export const receipts = z.object({ receipts: z.array(receipt) });
export const receiptsQuery = z.object({
  /** Without it both. */
  role: z.enum(['buyer', 'recommender']).optional(),
  epoch: z.coerce.number().int().min(0).optional(),
});
