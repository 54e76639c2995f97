import type { Address, Hex } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';
import type { Call } from '../actions/encode-action.ts';

interface Known {
  readonly number: number;
  readonly descriptionHash: Hex;
  readonly calls: readonly { readonly target: Address; readonly value: string; readonly calldata: Hex }[];
}

const batchOf = ({ calls, descriptionHash }: Known) =>
  [
    calls.map(({ target }) => target),
    calls.map(({ value }) => BigInt(value)),
    calls.map(({ calldata }) => calldata),
    descriptionHash,
  ] as const;

const subjectOf = (number: number) => `proposal:${number}`;

export function proposeCalls(calls: readonly Call[], description: string): TransactionRequest {
  const [targets, values, datas] = [
    calls.map(({ target }) => target),
    calls.map(({ value }) => value),
    calls.map(({ data }) => data),
  ];
  return {
    summary: { en: 'Make a proposal', 'zh-Hans': '提出议案' },
    call: contractCall('governor', 'propose', [targets, values, datas, description]),
    subject: 'proposal',
  };
}

/** Order of the governor. */
export const SUPPORT = ['AGAINST', 'FOR', 'ABSTAIN'] as const;

export type Support = (typeof SUPPORT)[number];

export function castVote(number: number, proposalId: string, support: Support, reason: string): TransactionRequest {
  const args = [BigInt(proposalId), SUPPORT.indexOf(support)] as const;
  return {
    summary: { en: `Vote on proposal ${number}`, 'zh-Hans': `就提案 ${number} 投票` },
    call:
      reason === ''
        ? contractCall('governor', 'castVote', args)
        : contractCall('governor', 'castVoteWithReason', [...args, reason]),
    subject: subjectOf(number),
  };
}

/** Hands what has passed to the timelock; anybody may. */
export function queueProposal(proposal: Known): TransactionRequest {
  return {
    summary: { en: `Queue proposal ${proposal.number}`, 'zh-Hans': `将提案 ${proposal.number} 交给时间锁` },
    call: contractCall('governor', 'queue', batchOf(proposal)),
    subject: subjectOf(proposal.number),
  };
}

/** Makes the calls; anybody may. */
export function executeProposal(proposal: Known): TransactionRequest {
  return {
    summary: { en: `Carry out proposal ${proposal.number}`, 'zh-Hans': `执行提案 ${proposal.number}` },
    call: contractCall('governor', 'execute', batchOf(proposal)),
    subject: subjectOf(proposal.number),
  };
}

/** Takes a proposal back before its vote; its proposer may. */
export function cancelProposal(proposal: Known): TransactionRequest {
  return {
    summary: { en: `Take back proposal ${proposal.number}`, 'zh-Hans': `撤回提案 ${proposal.number}` },
    call: contractCall('governor', 'cancel', batchOf(proposal)),
    subject: subjectOf(proposal.number),
  };
}
