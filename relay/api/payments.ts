import { z } from 'zod';
import { address, amount, bytes32, signature, timestamp, uint32 } from './scalars.ts';

// GET /payment-providers → providers that this relay has
export const provider = z.enum(['test', 'stablecoin', 'stripe']);
export const providers = z.object({ providers: z.array(provider) });

// POST /orders/:orderId/payment (session, Idempotency-Key): paymentRequest → payment. Created → AwaitingPayment.
export const paymentRequest = z.object({ provider });

/** What the buyer does next, by provider. */
export const paymentAction = z.discriminatedUnion('kind', [
  /** Card form of the local test provider: POST `url` with {card}. Cards: 4242424242424242 succeeds, 4000000000000002 is declined,
   *  4000000000000259 succeeds late, 4000000000000101 sends its events twice and out of order. */
  z.object({
    kind: z.literal('test-card'),
    url: z.string(),
    cards: z.array(z.object({ card: z.string(), what: z.string() })),
  }),
  /** ERC-3009 `receiveWithAuthorization` to sign (EIP-712) and hand to POST /payments/:paymentId/authorization. */
  z.object({
    kind: z.literal('stablecoin-authorization'),
    domain: z.object({ name: z.string(), version: z.string(), chainId: z.int(), verifyingContract: address }),
    from: address,
    to: address,
    value: amount,
    validAfter: timestamp,
    validBefore: timestamp,
    nonce: bytes32,
  }),
  z.object({ kind: z.literal('redirect'), url: z.string() }),
]);
export const payment = z.object({
  paymentId: z.string(),
  orderId: bytes32,
  provider,
  amount,
  status: z.enum(['pending', 'succeeded', 'failed', 'refunding', 'refunded']),
  failure: z.string().nullable(),
  action: paymentAction.nullable(),
});
export type Payment = z.infer<typeof payment>;
export type PaymentAction = z.infer<typeof paymentAction>;

// GET /payments/:paymentId → payment
// POST /payments/:paymentId/authorization: authorizationRequest → 202 payment; a key's signature or an account contract's (ERC-1271)
export const authorizationRequest = z.object({ signature });

// POST /webhooks/:provider: raw body, signature verified before parsing. Answers 200 to every event it has seen.
export const webhookAnswer = z.object({ received: z.literal(true), epoch: uint32.optional() });
