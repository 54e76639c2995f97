import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

const SUBJECT = 'mining';

function together(calls: readonly ReturnType<typeof contractCall>[]) {
  const [only] = calls;
  return only && calls.length === 1 ? only : contractCall('emission', 'multicall', [calls.map(({ data }) => data)]);
}

/** Registers rounds, so that their winners mine; anybody may, in the epoch after their scoring. */
export function registerRounds(lotIds: readonly number[]): TransactionRequest {
  return {
    summary: { en: 'Register rounds for mining', 'zh-Hans': '登记测评以挖矿' },
    call: together(lotIds.map((lotId) => contractCall('emission', 'register', [lotId]))),
    subject: SUBJECT,
  };
}

/** Mints what an experiencer mined with reports to his account, all in one transaction. */
export function claimMined(experiencerId: number, lotIds: readonly number[]): TransactionRequest {
  return {
    summary: { en: 'Claim mined CTT', 'zh-Hans': '领取挖得的 CTT' },
    call: together(lotIds.map((lotId) => contractCall('emission', 'claim', [lotId, experiencerId]))),
    subject: SUBJECT,
  };
}
