import type { BranchLeaf } from './leaf-hash.ts';
import type { ProofElement } from './node.ts';

/** Opens a lot leaf under a statement's lot root. */
export interface LotProof extends BranchLeaf {
  lotId: number;
  /** from the leaf upwards, as many as the lot tree is deep */
  siblings: ProofElement[];
}

/** Opens a nominee leaf under the inner root of an opened lot leaf. */
export interface NomineeProof extends BranchLeaf {
  lotId: number;
  nomineeId: number;
  siblings: ProofElement[];
}

/** Opens a recommender leaf under a statement's recommender root. */
export interface RecommenderProof extends BranchLeaf {
  recommenderId: number;
  siblings: ProofElement[];
}

/** Leads from one receipt through its nominee leaf and its lot leaf to a statement's lot root. */
export interface PurchaseProof {
  /** place of the receipt among the receipts of its nominee and lot, ordered by `orderId` */
  receiptPosition: number;
  receiptSiblings: ProofElement[];
  /** depth of the receipt tree, as the nominee leaf commits to it */
  nomineeInnerDepth: number;
  nomineeSiblings: ProofElement[];
  /** depth of the nominee tree, as the lot leaf commits to it */
  lotInnerDepth: number;
  lotSiblings: ProofElement[];
}

/** Leads from one receipt through its recommender leaf to a statement's recommender root. */
export interface ReferralProof {
  /** place of the receipt among the receipts of its recommender, ordered by `orderId` */
  receiptPosition: number;
  receiptSiblings: ProofElement[];
  /** depth of the receipt tree, as the recommender leaf commits to it */
  recommenderInnerDepth: number;
  recommenderSiblings: ProofElement[];
}
