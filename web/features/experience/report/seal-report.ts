import type { Address, Hex } from 'viem';
import { documentDigest } from '../../../../protocol/documents/document-digest.ts';
import { packValues } from '../../../../protocol/experience/pack-values.ts';
import { reportCommitment } from '../../../../protocol/experience/report-commitment.ts';
import type { WrittenReport } from './report-document.ts';

/** A report with what opens its commitment. */
export interface SealedReport extends WrittenReport {
  readonly evidenceDigest: Hex;
  readonly salt: Hex;
  readonly commitment: Hex;
}

interface Seal {
  readonly chainId: number;
  readonly evaluations: Address;
  readonly lotId: number;
  readonly experiencerId: number;
  readonly salt: Hex;
}

/** Hashes a report to what goes on chain now; the rest of it follows when it is revealed. */
export function sealReport(written: WrittenReport, seal: Seal): SealedReport {
  const evidenceDigest = documentDigest(written.document);
  const commitment = reportCommitment({ ...seal, values: packValues(written.values), evidenceDigest });
  return { ...written, evidenceDigest, salt: seal.salt, commitment };
}
