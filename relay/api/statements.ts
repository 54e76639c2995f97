import { z } from 'zod';
import { receipt } from './receipts.ts';
import { amount, bytes32, hex, timestamp, uint32 } from './scalars.ts';

export const statementSummary = z.object({
  epoch: uint32,
  /** collecting: its epoch is not over; building: being made; sent: waiting for the chain; posted; opened: all leaves are. */
  status: z.enum(['collecting', 'building', 'sent', 'posted', 'opened', 'empty']),
  orders: z.int(),
  sales: amount,
  fees: amount,
  commissions: amount,
  deposit: amount.nullable(),
  lotRoot: bytes32.nullable(),
  recommenderRoot: bytes32.nullable(),
  dataDigest: bytes32.nullable(),
  dataCid: z.string().nullable(),
  transactionHash: bytes32.nullable(),
  opensAt: timestamp.nullable(),
  openedLeaves: z.int(),
  leaves: z.int(),
});
export type StatementSummary = z.infer<typeof statementSummary>;

// GET /statements → statements, newest first; GET /statements/:epoch → statementSummary
export const statements = z.object({ statements: z.array(statementSummary) });
// GET /statements/:epoch/orders → the canonical order file (also GET /documents/:dataCid): no personal data.

/** Four sums in one word of 256 bits (docs/encoding.md, Sums), as a decimal string. */
const sums = z.string().regex(/^(0|[1-9]\d{0,77})$/);
const node = z.object({ hash: bytes32, sums });
const innerTree = z.object({ root: bytes32, sums, depth: z.int() });

// GET /proofs/purchases/:orderId (session: buyer) → purchaseProof, arguments of Evaluations.commit
export const purchaseProof = z.object({
  receipt: receipt.shape.receipt,
  proof: z.object({
    receiptIndex: uint32,
    receiptPath: z.array(node),
    nomineePath: z.array(node),
    lotPath: z.array(node),
  }),
  signature: hex,
});
export type PurchaseProofAnswer = z.infer<typeof purchaseProof>;
// GET /proofs/lots/:epoch/:lotId · /proofs/nominees/:epoch/:lotId/:nomineeId · /proofs/recommenders/:epoch/:recommenderId
// → leafProof, arguments of Settlement.openLot, openNominee, openRecommender
export const leafProof = z.object({ inner: innerTree, siblings: z.array(node) });
export type LeafProof = z.infer<typeof leafProof>;
