import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Pays the bond of a retired commodity back to its producer. */
export function withdrawCommodityBond(commodityNumber: number): TransactionRequest {
  return {
    summary: {
      en: `Take back the bond of commodity ${commodityNumber}`,
      'zh-Hans': `取回商品 ${commodityNumber} 的保证金`,
    },
    call: contractCall('commodities', 'withdrawBond', [commodityNumber]),
    subject: `commodity:${commodityNumber}:bond`,
  };
}
