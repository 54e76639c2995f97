import type { Hex } from 'viem';
import { toOnChainParameters } from '../../../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Freezes the next revision of a model. */
export function reviseModel(modelNumber: number, document: QualityModelDocument, digest: Hex): TransactionRequest {
  const { name } = document;
  return {
    summary: { en: `Publish a revision of “${name.en}”`, 'zh-Hans': `发布“${name['zh-Hans']}”的修订` },
    call: contractCall('models', 'revise', [modelNumber, digest, toOnChainParameters(document)]),
    subject: `model:${modelNumber}`,
  };
}
