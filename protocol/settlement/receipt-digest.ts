import { type Address, type Hex, hashTypedData } from 'viem';
import { type Receipt, receiptDomain, receiptTypes } from './receipt.ts';

/** EIP-712 digest the platform's key signs and the receipt leaf commits to. */
export function receiptDigest(receipt: Receipt, chainId: number | bigint, settlement: Address): Hex {
  return hashTypedData({
    domain: receiptDomain(chainId, settlement),
    types: receiptTypes,
    primaryType: 'Receipt',
    message: receipt,
  });
}
