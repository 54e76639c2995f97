import type { Address } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

/** Mints the treasury's part of all epochs that are over; anybody may. */
export function mintTreasury(): TransactionRequest {
  return {
    summary: { en: 'Mint the treasury’s CTT', 'zh-Hans': '为金库铸造 CTT' },
    call: contractCall('emission', 'mintTreasury', []),
    subject: 'treasury',
  };
}

/** Hands what members paid to the treasury; anybody may. */
export function collectMemberships(): TransactionRequest {
  return {
    summary: { en: 'Collect membership payments', 'zh-Hans': '归集会员费' },
    call: contractCall('memberships', 'collect', []),
    subject: 'treasury',
  };
}

/** Hands coins and CTT that the court holds for the treasury over; anybody may. */
export function collectCourt(): TransactionRequest {
  return {
    summary: { en: 'Collect from the court', 'zh-Hans': '从法庭归集' },
    call: contractCall('court', 'collectTreasury', []),
    subject: 'treasury',
  };
}

/** Pays what has vested to the wallet's owner; anybody may. @param token CTT */
export function releaseVested(token: Address): TransactionRequest {
  return {
    summary: { en: 'Release vested CTT', 'zh-Hans': '释放已归属的 CTT' },
    call: contractCall('vesting', 'release', [token]),
    subject: 'vesting',
  };
}
