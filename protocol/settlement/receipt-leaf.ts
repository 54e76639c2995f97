import type { Address } from 'viem';
import { receiptLeafHash } from './leaf-hash.ts';
import type { ProofElement } from './node.ts';
import type { Receipt } from './receipt.ts';
import { receiptDigest } from './receipt-digest.ts';
import { receiptSums } from './receipt-sums.ts';

/** Leaf of a receipt: the hash of its digest and its sums. */
export function receiptLeaf(receipt: Receipt, chainId: number | bigint, settlement: Address): ProofElement {
  return { hash: receiptLeafHash(receiptDigest(receipt, chainId, settlement)), sums: receiptSums(receipt) };
}
