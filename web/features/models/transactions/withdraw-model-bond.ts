import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Pays the bond of a retired model back to its owner. */
export function withdrawModelBond(modelNumber: number): TransactionRequest {
  return {
    summary: { en: `Take back the bond of model ${modelNumber}`, 'zh-Hans': `取回模型 ${modelNumber} 的保证金` },
    call: contractCall('models', 'withdrawBond', [modelNumber]),
    subject: `model:${modelNumber}`,
  };
}
