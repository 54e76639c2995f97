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
/** The way of a receipt up to both roots of its statement: `PurchaseProof` and `ReferralProof` of the contracts. */
export const receiptProofs = z.object({
  purchase: purchaseProof.shape.proof,
  referral: z.object({ receiptIndex: uint32, receiptPath: z.array(node), recommenderPath: z.array(node) }),
});
export type ReceiptProofs = z.infer<typeof receiptProofs>;

// GET /receipts/:digest/inclusion → inclusion of a receipt that this relay has signed
// POST /inclusion: inclusionRequest → inclusion of any receipt of this platform; `not-in-statement` instead of `missing`
export const inclusion = z.object({
  digest: bytes32,
  epoch: uint32,
  /** pending: its statement is not on chain yet and can still be posted. missing: it is not there, or there is no statement. */
  state: z.enum(['pending', 'included', 'missing']),
  /** The statement can be posted until then. */
  statementDueBy: timestamp,
  /** Of the statement. */
  transactionHash: bytes32.nullable(),
  /** Arguments of Platforms.answerReceipt; of an included receipt only. */
  proofs: receiptProofs.nullable(),
});
export type Inclusion = z.infer<typeof inclusion>;
/** A receipt as the relay hands it out; digest and signature may be left away. */
export const inclusionRequest = receipt.partial({ digest: true, signature: true });

// GET /proofs/lots/:epoch/:lotId · /proofs/nominees/:epoch/:lotId/:nomineeId · /proofs/recommenders/:epoch/:recommenderId
// → leafProof, arguments of Settlement.openLot, openNominee, openRecommender
export const leafProof = z.object({ inner: innerTree, siblings: z.array(node) });
export type LeafProof = z.infer<typeof leafProof>;
