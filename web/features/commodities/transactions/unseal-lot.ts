import type { Hex } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Opens the sealed claims of a lot. */
export function unsealLot(
  lotNumber: number,
  lotCode: string,
  values: readonly number[],
  salt: Hex,
): TransactionRequest {
  return {
    summary: { en: `Open the seal of lot ${lotCode}`, 'zh-Hans': `开启批次 ${lotCode} 的密封` },
    call: contractCall('commodities', 'unseal', [lotNumber, values, salt]),
    subject: `lot:${lotNumber}:unseal`,
  };
}
