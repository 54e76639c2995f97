import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

interface Subject {
  readonly lotId: number;
  readonly lotCode: string;
  readonly experiencerId: number;
}

/** Ends the closing epoch of a lot: final, unproven or voided. */
export function finalizeRound({ lotId, lotCode }: Subject): TransactionRequest {
  return {
    summary: { en: `Settle the verdict on lot ${lotCode}`, 'zh-Hans': `确定批号 ${lotCode} 的结论` },
    call: contractCall('evaluations', 'finalize', [lotId]),
    subject: `report:${lotId}`,
  };
}

/** Scores one report. */
export function scoreReport({ lotId, lotCode, experiencerId }: Subject): TransactionRequest {
  return {
    summary: { en: `Score the report on lot ${lotCode}`, 'zh-Hans': `为批号 ${lotCode} 的报告评分` },
    call: contractCall('evaluations', 'score', [lotId, [experiencerId]]),
    subject: `report:${lotId}`,
  };
}

/** Fixes winners and prize. */
export function closeRound({ lotId, lotCode }: Subject): TransactionRequest {
  return {
    summary: { en: `Fix the winners of lot ${lotCode}`, 'zh-Hans': `确定批号 ${lotCode} 的获胜者` },
    call: contractCall('evaluations', 'close', [lotId]),
    subject: `report:${lotId}`,
  };
}

/** Pays bond and reward of one report to its author. */
export function claimReport({ lotId, lotCode, experiencerId }: Subject): TransactionRequest {
  return {
    summary: { en: `Get paid for the report on lot ${lotCode}`, 'zh-Hans': `领取批号 ${lotCode} 报告的报酬` },
    call: contractCall('evaluations', 'claim', [lotId, experiencerId]),
    subject: `report:${lotId}`,
  };
}
