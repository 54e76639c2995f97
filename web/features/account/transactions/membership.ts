import type { MembershipKind } from '../../../../protocol/membership/kinds.ts';
import { MEMBERSHIP_KINDS } from '../../../../protocol/membership/kinds.ts';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

const SUBJECT = 'membership';

/** Becomes a member for whole years. @param cost of all of them, in the settlement asset */
export function joinMembership(kind: MembershipKind, years: number, cost: bigint): TransactionRequest {
  return {
    summary: { en: 'Become a member', 'zh-Hans': '成为会员' },
    call: contractCall('memberships', 'join', [MEMBERSHIP_KINDS.indexOf(kind), years, cost]),
    pulls: cost,
    subject: SUBJECT,
  };
}

/** Prolongs a membership by whole years. @param cost of all of them, in the settlement asset */
export function renewMembership(tokenId: bigint, years: number, cost: bigint): TransactionRequest {
  return {
    summary: { en: 'Renew a membership', 'zh-Hans': '会员续期' },
    call: contractCall('memberships', 'renew', [tokenId, years, cost]),
    pulls: cost,
    subject: SUBJECT,
  };
}

/** Ends a membership at once; nothing is paid back. */
export function cancelMembership(tokenId: bigint): TransactionRequest {
  return {
    summary: { en: 'Cancel a membership', 'zh-Hans': '取消会员资格' },
    call: contractCall('memberships', 'cancelSubscription', [tokenId]),
    subject: SUBJECT,
  };
}
