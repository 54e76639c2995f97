import type { Hex } from 'viem';
import { type Receipt, receiptDomain, receiptTypes } from '../../protocol/settlement/receipt.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import type { Commune } from '../../scripts/local/deploy-local.ts';
import { localKey } from '../../scripts/local/keys.ts';

/** Signs as the local platform does. */
export function signReceipt({ chainId, contracts }: Commune, message: Receipt): Promise<Hex> {
  const domain = receiptDomain(chainId, contracts.settlement.address);
  const typed = { domain, types: receiptTypes, primaryType: 'Receipt', message } as const;
  return localKey(accountIndex.platformSigner).signTypedData(typed);
}
