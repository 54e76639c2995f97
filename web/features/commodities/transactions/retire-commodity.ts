import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Ends a commodity: its lots run off, new ones cannot be offered. */
export function retireCommodity(commodityNumber: number): TransactionRequest {
  return {
    summary: { en: `Retire commodity ${commodityNumber}`, 'zh-Hans': `停售商品 ${commodityNumber}` },
    call: contractCall('commodities', 'retire', [commodityNumber]),
    subject: `commodity:${commodityNumber}`,
  };
}
