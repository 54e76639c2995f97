import { z } from 'zod';
import { receipt } from './receipts.ts';
import { address, amount, bytes32, localized, timestamp, uint32, wallTime } from './scalars.ts';

export const ORDER_STATES = [
  'Created',
  'AwaitingPayment',
  'Paid',
  'Shipped',
  'Delivered',
  'Settled',
  'Cancelled',
  'Refunded',
  'Expired',
] as const;
export const orderState = z.enum(ORDER_STATES);
export type OrderState = z.infer<typeof orderState>;

/** Where to deliver; personal data: erased when the order is settled, never in a receipt or an order file. */
export const delivery = z.object({
  recipient: z.string().trim().min(1).max(100),
  address: z.string().trim().min(1).max(300),
  country: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code'),
});

// POST /orders (session, header Idempotency-Key): orderRequest → 201 order
export const orderRequest = z.object({
  lotId: uint32,
  quantity: z.int().min(1).max(1000),
  /** The experiencer whom the buyer trusts with his fee share; 0 = nobody. */
  nomineeId: uint32,
  /** keccak256(abi.encode(buyer, salt)). The salt stays with the buyer. */
  buyerCommitment: bytes32,
  /** Public input from which the buyer's wallet derives the salt again; see protocol/secrets. */
  commitmentNonce: bytes32,
  /** Price the buyer saw; refused when it changed. */
  unitPrice: amount,
  /** Random id of the browser, to find the last referral click; see referrals. */
  visitorId: z.string().min(16).max(64).optional(),
  delivery: delivery.optional(),
});
export type OrderRequest = z.infer<typeof orderRequest>;

export const orderEvent = z.object({
  state: orderState,
  at: timestamp,
  /** Why, such as `payment-succeeded`, `reservation-expired`, `shipped`. */
  reason: z.string(),
});

export const order = z.object({
  orderId: bytes32,
  state: orderState,
  buyer: address,
  lotId: uint32,
  commodityId: uint32,
  name: localized.nullable(),
  lotCode: z.string(),
  quantity: z.int(),
  /** Of `quantity`, what was given back. */
  refundedQuantity: z.int(),
  unitPrice: amount,
  sales: amount,
  fee: amount,
  commission: amount,
  recommenderId: uint32,
  /** Frozen with the order and shown to the buyer. */
  referral: z.object({ code: z.string(), recommenderId: uint32, clickedAt: timestamp }).nullable(),
  nomineeId: uint32,
  buyerCommitment: bytes32,
  commitmentNonce: bytes32,
  /** The stock is kept until then (wall clock); null once paid or ended. */
  reservedUntil: wallTime.nullable(),
  /** Goods can be given back until then; null before delivery. */
  returnableUntil: timestamp.nullable(),
  payment: z
    .object({
      paymentId: z.string(),
      provider: z.string(),
      status: z.enum(['pending', 'succeeded', 'failed', 'refunding', 'refunded']),
      failure: z.string().nullable(),
    })
    .nullable(),
  tracking: z.string().nullable(),
  createdAt: timestamp,
  history: z.array(orderEvent),
  /** Once Settled. */
  receipt: receipt.nullable(),
  statement: z
    .object({ epoch: uint32, status: z.enum(['planned', 'posted', 'opened']), opensAt: timestamp.nullable() })
    .nullable(),
});
export type Order = z.infer<typeof order>;

// GET /orders?limit=&before= → orders of the session's account, newest first; GET /orders/:orderId → order
export const orders = z.object({ orders: z.array(order), next: z.string().nullable() });
export type Orders = z.infer<typeof orders>;

// POST /orders/:orderId/cancel → order (before payment succeeded)
// POST /orders/:orderId/refund (header Idempotency-Key): refundRequest → order (paid, and return window not over)
export const refundRequest = z.object({ quantity: z.int().min(1), reason: z.string().trim().max(500).default('') });

// Operator: POST /admin/orders/:orderId/ship: shipRequest, POST /admin/orders/:orderId/deliver → order
export const shipRequest = z.object({ tracking: z.string().trim().min(1).max(100) });

// GET /admin/orders?state=&limit=&before= (operator) → fulfilments: orders with where to deliver them
export const fulfilments = z.object({
  orders: z.array(order.extend({ delivery: delivery.nullable() })),
  next: z.string().nullable(),
});
export const ordersQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** `next` of the page before. */
  before: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .optional(),
});
export const fulfilmentsQuery = ordersQuery.extend({ state: orderState.default('Paid') });
