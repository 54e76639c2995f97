import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';

/** A file behind a measurement. Its bytes stay in this browser until the report is revealed. */
export interface EvidenceFile {
  readonly cid: string;
  /** SHA-256 in hexadecimal, without 0x. */
  readonly sha256: string;
  readonly mime: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** What was typed about one parameter; texts stay as typed. */
export interface ParameterDraft {
  readonly readings: readonly string[];
  /** Expanded uncertainty (k = 2), optional. */
  readonly uncertainty: string;
  /** Not measured, and why; null: it was. */
  readonly notTestedReason: string | null;
  readonly evidence: readonly EvidenceFile[];
}

/** A report while it is written. */
export interface ReportDraft {
  /** By parameter code. */
  readonly parameters: Readonly<Record<string, ParameterDraft>>;
  /** Make and model of what was measured with, one a line. */
  readonly instruments: string;
  /** Serial number of the item; empty: none. */
  readonly serial: string;
  /** Interests that could colour the report; empty: none. */
  readonly conflicts: string;
}

/** A draft with as many blanks as the model's methods want readings. */
export function emptyDraft({ parameters }: Pick<QualityModelDocument, 'parameters'>): ReportDraft {
  return {
    parameters: Object.fromEntries(
      parameters.map(({ code, method }) => [
        code,
        {
          readings: Array.from({ length: method.replicates }, () => ''),
          uncertainty: '',
          notTestedReason: null,
          evidence: [],
        },
      ]),
    ),
    instruments: '',
    serial: '',
    conflicts: '',
  };
}

/** Takes the next draft, or how to make it of the current one: what comes later (files, instruments) must not undo what was typed. */
export type ChangeDraft = (next: ReportDraft | ((current: ReportDraft) => ReportDraft)) => void;

/** The draft with one parameter changed. */
export function withParameter(draft: ReportDraft, code: string, change: Partial<ParameterDraft>): ReportDraft {
  const before = draft.parameters[code];
  if (!before) return draft;
  return { ...draft, parameters: { ...draft.parameters, [code]: { ...before, ...change } } };
}
