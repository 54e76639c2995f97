import type { Hex } from 'viem';
import type { WrittenReport } from '../report/report-document.ts';
import type { ReportDraft } from '../report/report-draft.ts';

/** A report that waits for its reveal: everything that its commitment hides but the salt, which the wallet derives again. */
export interface VaultReport extends WrittenReport {
  readonly lotId: number;
  readonly experiencerId: number;
  readonly evidenceDigest: Hex;
  readonly commitment: Hex;
  /** As it was typed; names of evidence files are in it. */
  readonly draft: ReportDraft;
  /** It is public now; kept to publish its evidence again. */
  readonly isRevealed?: boolean;
}

/** Name of a report in the account's vault. */
export const reportEntry = (lotId: number) => `report:${lotId}`;

/** Name of a draft that is not committed to yet. */
export const draftEntry = (lotId: number) => `draft:${lotId}`;
