import type { Address } from 'viem';
import { contractCall } from '../../transactions/contract-call.ts';
import type { TransactionRequest } from '../../transactions/transaction.ts';

/** Pays an account its rewards for cases that a platform lost; anybody may send it. */
export function withdrawReward(account: Address): TransactionRequest {
  return {
    summary: { en: 'Withdraw a reward', 'zh-Hans': '提取奖励' },
    call: contractCall('platforms', 'withdrawReward', [account]),
    subject: 'winnings',
  };
}

/** Pays an account the pledges that came back; anybody may send it. */
export function withdrawPledge(account: Address, from: 'platforms' | 'demands'): TransactionRequest {
  return {
    summary: { en: 'Withdraw a pledge', 'zh-Hans': '取回押金' },
    call: contractCall(from, 'withdrawPledge', [account]),
    subject: 'winnings',
  };
}
