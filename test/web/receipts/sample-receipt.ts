import { privateKeyToAccount } from 'viem/accounts';
import { type Receipt, receiptDomain, receiptTypes } from '../../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../../protocol/settlement/receipt-digest.ts';
import type { SignedReceipt } from '../../../relay/api/receipts.ts';

export const scope = { chainId: 31_337, settlement: `0x${'5e'.repeat(20)}` } as const;
export const signer = privateKeyToAccount(`0x${'11'.repeat(32)}`);
export const stranger = privateKeyToAccount(`0x${'22'.repeat(32)}`);

export const receipt: Receipt = {
  platformId: 1,
  epoch: 4,
  orderId: `0x${'ab'.repeat(32)}`,
  lotId: 7,
  quantity: 2,
  sales: 20_000_000n,
  fee: 3_000_000n,
  commission: 0n,
  recommenderId: 0,
  nomineeId: 3,
  buyerCommitment: `0x${'cd'.repeat(32)}`,
};

export async function signedBy(account: typeof signer, message: Receipt = receipt): Promise<SignedReceipt> {
  const domain = receiptDomain(scope.chainId, scope.settlement);
  const { sales, fee, commission, ...rest } = message;
  return {
    receipt: { ...rest, sales: String(sales), fee: String(fee), commission: String(commission) },
    digest: receiptDigest(message, scope.chainId, scope.settlement),
    signature: await account.signTypedData({ domain, types: receiptTypes, primaryType: 'Receipt', message }),
  };
}
