import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Ends a model: running lots go on, new ones cannot use it. */
export function retireModel(modelNumber: number): TransactionRequest {
  return {
    summary: { en: `Retire quality model ${modelNumber}`, 'zh-Hans': `停用质量模型 ${modelNumber}` },
    call: contractCall('models', 'retire', [modelNumber]),
    subject: `model:${modelNumber}`,
  };
}
