import type { Address } from 'viem';
import { contractCall } from '../../transactions/contract-call.ts';
import type { TransactionRequest } from '../../transactions/transaction.ts';

/** Pays an account what Settlement credited to it; anybody may send it. */
export function withdrawCredit(account: Address): TransactionRequest {
  return {
    summary: { en: 'Withdraw shares of fees and commissions', 'zh-Hans': '提取手续费份额与佣金' },
    call: contractCall('settlement', 'withdraw', [account]),
    subject: 'settlement-credit',
  };
}

/** Coins and CTT that the court owes an account. */
export function withdrawFromCourt(account: Address): TransactionRequest {
  return {
    summary: { en: 'Withdraw what the court owes', 'zh-Hans': '提取法庭应付款项' },
    call: contractCall('court', 'withdraw', [account]),
    subject: 'court-money',
  };
}

/** Bonds that came back, and bounties. */
export function withdrawFromDisputes(account: Address): TransactionRequest {
  return {
    summary: { en: 'Withdraw bonds and bounties', 'zh-Hans': '提取保证金与奖金' },
    call: contractCall('disputes', 'withdraw', [account]),
    subject: 'court-money',
  };
}

/** Court fees that were not needed. */
export function withdrawFees(account: Address): TransactionRequest {
  return {
    summary: { en: 'Withdraw fees of disputes', 'zh-Hans': '提取争议费用' },
    call: contractCall('disputes', 'withdrawCoins', [account]),
    subject: 'court-money',
  };
}

/** Halves of slashed bonds of reports. */
export function withdrawBounties(account: Address): TransactionRequest {
  return {
    summary: { en: 'Withdraw bounties of rounds', 'zh-Hans': '提取测评奖金' },
    call: contractCall('evaluations', 'withdraw', [account]),
    subject: 'court-money',
  };
}
