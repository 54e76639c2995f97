import type { Localized } from '../../../../protocol/documents/quality-model/types.ts';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

const SUBJECT = 'stake';
const sorted = (candidateIds: readonly number[]) => candidateIds.toSorted((a, b) => a - b);

/** Adds CTT to the sender's stake by a permit. @param amount in smallest units */
export function bondStake(amount: bigint): TransactionRequest {
  return {
    summary: { en: 'Bond CTT', 'zh-Hans': '质押 CTT' },
    call: contractCall('validators', 'bond', [amount]),
    pulls: amount,
    currency: 'token',
    subject: SUBJECT,
  };
}

/** Bonds and names candidates at once, for who has no stake yet. */
export function bondAndNominate(amount: bigint, candidateIds: readonly number[]): TransactionRequest {
  const { data: bond } = contractCall('validators', 'bond', [amount]);
  const { data: nominate } = contractCall('validators', 'nominate', [sorted(candidateIds)]);
  return {
    summary: { en: 'Bond CTT and name validators', 'zh-Hans': '质押 CTT 并提名验证人' },
    call: contractCall('validators', 'multicall', [[bond, nominate]]),
    pulls: amount,
    currency: 'token',
    subject: SUBJECT,
  };
}

/** Says whom the whole stake stands behind. @param candidateIds at most 16; none to vote no more */
export function nominate(candidateIds: readonly number[]): TransactionRequest {
  const summary: Localized =
    candidateIds.length === 0
      ? { en: 'Name no validators', 'zh-Hans': '撤销全部提名' }
      : { en: 'Name validators', 'zh-Hans': '提名验证人' };
  return { summary, call: contractCall('validators', 'nominate', [sorted(candidateIds)]), subject: SUBJECT };
}

/** Takes from the stake what can be withdrawn two terms later. */
export function unbondStake(amount: bigint): TransactionRequest {
  return {
    summary: { en: 'Unbond CTT', 'zh-Hans': '解除质押 CTT' },
    call: contractCall('validators', 'unbond', [amount]),
    subject: SUBJECT,
  };
}

export function withdrawStake(): TransactionRequest {
  return {
    summary: { en: 'Withdraw CTT', 'zh-Hans': '取回 CTT' },
    call: contractCall('validators', 'withdrawStake', []),
    subject: SUBJECT,
  };
}

/** Brings a voter into the list who was too small or evicted before; anybody may. */
export function enlist(voterId: number): TransactionRequest {
  return {
    summary: { en: 'Enter the list of voters', 'zh-Hans': '进入投票人名单' },
    call: contractCall('validators', 'enlist', [voterId]),
    subject: SUBJECT,
  };
}
