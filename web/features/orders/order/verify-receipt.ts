import { type Address, isAddressEqual, recoverAddress } from 'viem';
import type { Receipt } from '../../../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../../../protocol/settlement/receipt-digest.ts';
import type { SignedReceipt } from '../../../../relay/api/receipts.ts';

export interface ReceiptCheck {
  /** The digest follows from what the receipt says. */
  readonly isDigestRight: boolean;
  /** Who signed it; null: the signature is no signature. */
  readonly signer: Address | null;
  /** The platform's operator did. */
  readonly isSignedByOperator: boolean;
}

/** The receipt as the protocol's functions take it. */
export function receiptOf({ receipt }: SignedReceipt): Receipt {
  const { sales, fee, commission, ...rest } = receipt;
  return { ...rest, sales: BigInt(sales), fee: BigInt(fee), commission: BigInt(commission) };
}

/** Computes the digest of a receipt again and finds out who signed it; trusts nothing that came with it. */
export async function verifyReceipt(
  signed: SignedReceipt,
  { chainId, settlement, operator }: { chainId: number; settlement: Address; operator: Address },
): Promise<ReceiptCheck> {
  const digest = receiptDigest(receiptOf(signed), chainId, settlement);
  const signer = await recoverAddress({ hash: digest, signature: signed.signature }).catch(() => null);
  return {
    isDigestRight: digest === signed.digest,
    signer,
    isSignedByOperator: signer !== null && isAddressEqual(signer, operator),
  };
}
