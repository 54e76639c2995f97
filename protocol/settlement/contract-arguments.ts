import type { Hex } from 'viem';
import type { StatementTrees } from './build-statement-trees.ts';
import type { BranchLeaf } from './leaf-hash.ts';
import type { ProofElement } from './node.ts';
import { provePurchase } from './prove-purchase.ts';
import { proveReferral } from './prove-referral.ts';
import type { StatementRoots } from './statement.ts';

/** `InnerTree` of the contracts: what a leaf of an outer tree commits to. */
export interface InnerTreeArgument {
  root: Hex;
  sums: bigint;
  depth: number;
}

/** `PurchaseProof` of the contracts. */
export interface PurchaseProofArgument {
  receiptIndex: number;
  receiptPath: readonly ProofElement[];
  nomineePath: readonly ProofElement[];
  lotPath: readonly ProofElement[];
}

/** `ReferralProof` of the contracts. */
export interface ReferralProofArgument {
  receiptIndex: number;
  receiptPath: readonly ProofElement[];
  recommenderPath: readonly ProofElement[];
}

/** A leaf as `openLot`, `openNominee` and `openRecommender` take it. */
export function innerTreeArgument({ innerRoot, sums, innerDepth }: BranchLeaf): InnerTreeArgument {
  return { root: innerRoot, sums, depth: innerDepth };
}

/**
 * The way of an order up to its statement's lot root, as `checkPurchase` and `commit` take it.
 * @throws ProtocolError `UnknownOrder` when the statement has no such receipt.
 */
export function purchaseProofArgument(trees: StatementTrees, orderId: Hex): PurchaseProofArgument {
  const proof = provePurchase(trees, orderId);
  return {
    receiptIndex: proof.receiptPosition,
    receiptPath: proof.receiptSiblings,
    nomineePath: proof.nomineeSiblings,
    lotPath: proof.lotSiblings,
  };
}

/**
 * The way of an order up to its statement's recommender root, as `answerReceipt` takes it.
 * @throws ProtocolError `UnknownOrder` when the statement has no such receipt.
 */
export function referralProofArgument(trees: StatementTrees, orderId: Hex): ReferralProofArgument {
  const proof = proveReferral(trees, orderId);
  return {
    receiptIndex: proof.receiptPosition,
    receiptPath: proof.receiptSiblings,
    recommenderPath: proof.recommenderSiblings,
  };
}

/** A statement as `commitStatement` takes it. */
export function statementArgument(platformId: number, epoch: number, roots: StatementRoots, dataDigest: Hex) {
  const { lotRoot, lotDepth, recommenderRoot, recommenderDepth, totals } = roots;
  return { platformId, epoch, lotRoot, lotDepth, recommenderRoot, recommenderDepth, totals, dataDigest };
}
