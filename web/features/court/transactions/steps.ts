import type { Hex } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

const subjectOf = (disputeId: number) => `court:${disputeId}`;

/** Fixes the block whose randomness draws the jury. */
export function armDraw(disputeId: number): TransactionRequest {
  return {
    summary: { en: `Prepare the draw of dispute ${disputeId}`, 'zh-Hans': `准备争议 ${disputeId} 的抽选` },
    call: contractCall('court', 'arm', [BigInt(disputeId)]),
    subject: subjectOf(disputeId),
  };
}

/** Draws the jury with the armed block's header. */
export function drawJury(disputeId: number, header: Hex): TransactionRequest {
  return {
    summary: { en: `Draw the jury of dispute ${disputeId}`, 'zh-Hans': `抽选争议 ${disputeId} 的陪审员` },
    call: contractCall('court', 'draw', [BigInt(disputeId), header]),
    subject: subjectOf(disputeId),
  };
}

/** Pays for the next jury and puts up the bond. @param cost in wei */
export function appealRuling(disputeId: number, cost: bigint): TransactionRequest {
  return {
    summary: { en: `Appeal in dispute ${disputeId}`, 'zh-Hans': `在争议 ${disputeId} 中上诉` },
    call: contractCall('court', 'appeal', [BigInt(disputeId), '0x']),
    value: cost,
    subject: subjectOf(disputeId),
  };
}

/** Tells the ruling (unless it was told) and shares out fees and losses of the rounds that are left: one transaction. */
export function endDispute(disputeId: number, rounds: readonly number[], isTold: boolean): TransactionRequest {
  const id = BigInt(disputeId);
  const calls = [
    ...(isTold ? [] : [contractCall('court', 'executeRuling', [id])]),
    ...rounds.map((round) => contractCall('court', 'settle', [id, BigInt(round)])),
  ];
  const [only] = calls;
  return {
    summary: { en: `End dispute ${disputeId}`, 'zh-Hans': `终结争议 ${disputeId}` },
    call: only && calls.length === 1 ? only : contractCall('court', 'multicall', [calls.map(({ data }) => data)]),
    subject: subjectOf(disputeId),
  };
}

/** Brings a challenged round before the court. */
export function referCase(caseId: number, lotId: number): TransactionRequest {
  return {
    summary: { en: `Bring case ${caseId} to court`, 'zh-Hans': `将案件 ${caseId} 提交法庭` },
    call: contractCall('disputes', 'refer', [lotId]),
    subject: `case:${caseId}`,
  };
}

/** Carries a ruling out. */
export function executeCase(caseId: number): TransactionRequest {
  return {
    summary: { en: `Carry out the ruling in case ${caseId}`, 'zh-Hans': `执行案件 ${caseId} 的裁决` },
    call: contractCall('disputes', 'execute', [BigInt(caseId)]),
    subject: `case:${caseId}`,
  };
}

/** Rules 0 where no ruling came in time. */
export function lapseCase(caseId: number): TransactionRequest {
  return {
    summary: { en: `End case ${caseId} by time`, 'zh-Hans': `案件 ${caseId} 到期终结` },
    call: contractCall('disputes', 'lapse', [BigInt(caseId)]),
    subject: `case:${caseId}`,
  };
}

/** Credits challengers what the court paid back of its fees. */
export function reclaimFees(caseId: number): TransactionRequest {
  return {
    summary: { en: `Reclaim the fees of case ${caseId}`, 'zh-Hans': `收回案件 ${caseId} 的费用` },
    call: contractCall('disputes', 'reclaimFees', [BigInt(caseId)]),
    subject: `case:${caseId}`,
  };
}
