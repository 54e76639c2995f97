import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';
import type { VoterClaim } from '../rewards/voter-claim.ts';

const SUBJECT = 'rewards';

/** Shares out what the commune received in a term that is over; anybody may. */
export function closeTerm(term: number): TransactionRequest {
  return {
    summary: { en: `Share out the rewards of term ${term}`, 'zh-Hans': `分配第 ${term} 届的奖励` },
    call: contractCall('rewards', 'closeTerm', [term]),
    subject: SUBJECT,
  };
}

export interface CommissionClaim {
  readonly term: number;
  /** Of the seat. */
  readonly index: number;
}

/** Pays a voter his parts and a validator his commissions, all in one transaction. */
export function claimRewards(
  voterId: number,
  claims: readonly VoterClaim[],
  commissions: readonly CommissionClaim[],
): TransactionRequest {
  const calls = [
    ...claims.map(({ term, edges, proof }) => contractCall('rewards', 'claim', [term, voterId, edges, proof])),
    ...commissions.map(({ term, index }) => contractCall('rewards', 'claimCommission', [term, BigInt(index)])),
  ];
  const [only] = calls;
  return {
    summary: { en: 'Claim validators’ rewards', 'zh-Hans': '领取验证人奖励' },
    call: only && calls.length === 1 ? only : contractCall('rewards', 'multicall', [calls.map(({ data }) => data)]),
    subject: SUBJECT,
  };
}
