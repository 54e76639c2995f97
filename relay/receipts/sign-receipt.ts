import type { Hex } from 'viem';
import { type Receipt, receiptDomain, receiptTypes } from '../../protocol/settlement/receipt.ts';
import type { Relay } from '../relay.ts';
import { signerFor } from './signer-of.ts';

/** The platform's signature under a receipt, by the key of its epoch. @throws NoSignerKey */
export async function signReceipt(relay: Relay, receipt: Receipt): Promise<Hex> {
  const { chainId, contracts } = relay.chain;
  const signer = await signerFor(relay, receipt.epoch);
  return signer.signTypedData({
    domain: receiptDomain(chainId, contracts.settlement),
    types: receiptTypes,
    primaryType: 'Receipt',
    message: receipt,
  });
}
