import type { Hex } from 'viem';
import { type Receipt, receiptDomain, receiptTypes } from '../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import type { Chain } from '../chain/connect-chain.ts';

/** The platform's signature under a receipt, with its EIP-712 digest. */
export async function signReceipt(
  { chainId, contracts, operator }: Chain,
  receipt: Receipt,
): Promise<{ digest: Hex; signature: Hex }> {
  const signature = await operator.signTypedData({
    domain: receiptDomain(chainId, contracts.settlement),
    types: receiptTypes,
    primaryType: 'Receipt',
    message: receipt,
  });
  return { digest: receiptDigest(receipt, chainId, contracts.settlement), signature };
}
