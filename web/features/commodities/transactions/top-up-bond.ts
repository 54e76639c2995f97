import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Adds to a commodity's bond. @param amount smallest units, pulled by permit */
export function topUpBond(commodityNumber: number, amount: bigint): TransactionRequest {
  return {
    summary: {
      en: `Top up the bond of commodity ${commodityNumber}`,
      'zh-Hans': `为商品 ${commodityNumber} 追加保证金`,
    },
    call: contractCall('commodities', 'topUpBond', [commodityNumber, amount]),
    pulls: amount,
    subject: `commodity:${commodityNumber}:bond`,
  };
}
