import type { Address, Hex, TypedDataDomain } from 'viem';

/** One order line as the platform signs it; `orderId` names the line, so an order over three lots has three receipts. */
export interface Receipt {
  /** uint32 */
  platformId: number;
  /** uint32 */
  epoch: number;
  /** bytes32 */
  orderId: Hex;
  /** uint32, position in the lot tree */
  lotId: number;
  /** uint32, units bought */
  quantity: number;
  /** uint72, smallest unit of the settlement asset */
  sales: bigint;
  /** uint72, `feeOf(sales, feeBps)` */
  fee: bigint;
  /** uint72, `commissionOf(sales, commissionBps)`; 0 without recommender */
  commission: bigint;
  /** uint32, 0 = none */
  recommenderId: number;
  /** uint32, the experiencer the buyer named; 0 = nobody */
  nomineeId: number;
  /** bytes32, `buyerCommitment(buyer, salt)` */
  buyerCommitment: Hex;
}

/** EIP-712 types of a receipt, for viem's `signTypedData` and `hashTypedData`. */
export const receiptTypes = {
  Receipt: [
    { name: 'platformId', type: 'uint32' },
    { name: 'epoch', type: 'uint32' },
    { name: 'orderId', type: 'bytes32' },
    { name: 'lotId', type: 'uint32' },
    { name: 'quantity', type: 'uint32' },
    { name: 'sales', type: 'uint72' },
    { name: 'fee', type: 'uint72' },
    { name: 'commission', type: 'uint72' },
    { name: 'recommenderId', type: 'uint32' },
    { name: 'nomineeId', type: 'uint32' },
    { name: 'buyerCommitment', type: 'bytes32' },
  ],
} as const;

/** EIP-712 domain of the deployment whose settlement contract is `settlement`. */
export function receiptDomain(chainId: number | bigint, settlement: Address) {
  return {
    name: 'Trusted Commerce Commune',
    version: '1',
    chainId,
    verifyingContract: settlement,
  } satisfies TypedDataDomain;
}
