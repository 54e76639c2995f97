import type { Hex } from 'viem';
import { contractCall } from '../../../shared/transactions/contract-call.ts';
import type { TransactionRequest } from '../../../shared/transactions/transaction.ts';

interface Reveal {
  readonly lotId: number;
  readonly lotCode: string;
  readonly experiencerId: number;
  readonly values: readonly number[];
  readonly evidenceDigest: Hex;
  readonly salt: Hex;
}

/** Opens a commitment. */
export function revealReport(report: Reveal): TransactionRequest {
  const { lotId, lotCode, experiencerId, values, evidenceDigest, salt } = report;
  return {
    summary: { en: `Reveal the report on lot ${lotCode}`, 'zh-Hans': `揭示批号 ${lotCode} 的报告` },
    call: contractCall('evaluations', 'reveal', [lotId, experiencerId, values, evidenceDigest, salt]),
    subject: `report:${lotId}`,
  };
}
