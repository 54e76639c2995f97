import type { Hex } from 'viem';
import { toOnChainParameters } from '../../../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Publishes a model under the caller's name. @param bond smallest units, pulled by permit */
export function publishModel(document: QualityModelDocument, digest: Hex, bond: bigint): TransactionRequest {
  const { name } = document;
  return {
    summary: { en: `Publish the quality model “${name.en}”`, 'zh-Hans': `发布质量模型“${name['zh-Hans']}”` },
    call: contractCall('models', 'publish', [digest, toOnChainParameters(document)]),
    pulls: bond,
    subject: 'model:new',
  };
}
