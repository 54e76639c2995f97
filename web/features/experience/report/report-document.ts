import type { Address } from 'viem';
import { fromScaled } from '../../../../protocol/documents/quality-model/scaled.ts';
import type { Localized, QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { commodityLink } from '../../../../protocol/identity/commodity-link.ts';
import { lotLink } from '../../../../protocol/identity/lot-link.ts';
import { measureParameter } from './measure-parameter.ts';
import type { ReportDraft } from './report-draft.ts';

/** Identifiers of goods are the same wherever the report is written: GS1's own resolver. */
const GS1 = 'https://id.gs1.org';

/** An experiencer's report; the digest of its canonical JSON is on chain. */
export interface ReportDocument {
  readonly modelCid: string;
  readonly commodity: {
    readonly chainId: number;
    readonly id: string;
    readonly digitalLink: string;
    readonly lot: string;
    readonly serial: string;
  };
  readonly acquisition: 'bought';
  /** CAIP-10. */
  readonly tester: string;
  readonly instruments: readonly Localized[];
  readonly results: readonly ReportResult[];
  readonly conflicts: string;
}

export interface ReportResult {
  readonly code: string;
  /** Decimal strings. */
  readonly readings: readonly string[];
  readonly value: string;
  readonly uncertainty: { readonly expanded: string; readonly k: string; readonly p: string } | null;
  readonly notTestedReason: string | null;
  readonly evidence: readonly { readonly cid: string; readonly sha256: string; readonly mime: string }[];
}

/** What is reported on; all of it is public. */
export interface ReportSubject {
  readonly chainId: number;
  readonly commodityId: number;
  readonly gtin: string | null;
  readonly lotCode: string;
  readonly modelCid: string;
  readonly model: Pick<QualityModelDocument, 'parameters'>;
  readonly tester: Address;
  /** What anybody knew of each parameter, by position: reported where nothing was measured. */
  readonly known: readonly number[];
}

/** A report that is ready to be committed to. */
export interface WrittenReport {
  readonly document: ReportDocument;
  /** By position, in units of 10^−decimals. */
  readonly values: readonly number[];
}

/**
 * The report that a draft describes, or the codes of the parameters that lack a value. It depends on nothing but its arguments, so
 * that who lost the file can write the same one again.
 */
export function writeReport(
  subject: ReportSubject,
  draft: ReportDraft,
): WrittenReport | { readonly missing: readonly string[] } {
  const measured = subject.model.parameters.map((parameter, i) => {
    const own = draft.parameters[parameter.code] ?? {
      readings: [],
      uncertainty: '',
      notTestedReason: null,
      evidence: [],
    };
    return { parameter, own, ...measureParameter(parameter, own, subject.known[i] ?? 0) };
  });
  const missing = measured.filter(({ value }) => value === null).map(({ parameter }) => parameter.code);
  if (missing.length > 0) return { missing };
  const { chainId, commodityId, gtin, lotCode } = subject;
  const document: ReportDocument = {
    modelCid: subject.modelCid,
    commodity: {
      chainId,
      id: String(commodityId),
      digitalLink: gtin === null ? commodityLink('', chainId, commodityId) : lotLink(GS1, gtin, lotCode),
      lot: lotCode,
      serial: draft.serial.trim(),
    },
    acquisition: 'bought',
    tester: `eip155:${chainId}:${subject.tester}`,
    instruments: lines(draft.instruments).map((line) => ({ 'zh-Hans': line, en: line })),
    results: measured.map(({ parameter, own, value, readings, uncertainty }) => ({
      code: parameter.code,
      readings,
      value: fromScaled(value ?? 0, parameter.decimals),
      uncertainty: uncertainty === '' ? null : { expanded: uncertainty, k: '2', p: '0.95' },
      notTestedReason: own.notTestedReason?.trim() ?? null,
      evidence: own.evidence.map(({ cid, sha256, mime }) => ({ cid, sha256, mime })),
    })),
    conflicts: draft.conflicts.trim(),
  };
  return { document, values: measured.map(({ value }) => value ?? 0) };
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
