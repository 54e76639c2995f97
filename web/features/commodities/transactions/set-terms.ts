import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Changes the rates of a commodity's next lots. */
export function setTerms(commodityNumber: number, feeBps: number, commissionBps: number): TransactionRequest {
  return {
    summary: { en: `Set terms of commodity ${commodityNumber}`, 'zh-Hans': `设置商品 ${commodityNumber} 的费率` },
    call: contractCall('commodities', 'setTerms', [commodityNumber, feeBps, commissionBps]),
    subject: `commodity:${commodityNumber}:terms`,
  };
}
