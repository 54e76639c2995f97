import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** A report document as far as it can be read; its bytes are the reporter's, its shape may be anything. */
export interface ReadReport {
  readonly instruments: readonly (string | Localized)[];
  readonly results: readonly ReadResult[];
  readonly conflicts: string;
}

export interface ReadResult {
  readonly code: string;
  readonly readings: readonly string[];
  readonly value: string;
  readonly uncertainty: { readonly expanded: string; readonly k: string } | null;
  readonly notTestedReason: string | null;
  readonly evidence: readonly { readonly cid: string; readonly mime: string }[];
}

/** Reads what is there and leaves out what is not as it should be. */
export function readReport(document: unknown): ReadReport {
  const report = record(document);
  return {
    instruments: list(report.instruments).flatMap((item) => instrument(item)),
    results: list(report.results).map(result),
    conflicts: text(report.conflicts),
  };
}

function result(item: unknown): ReadResult {
  const found = record(item);
  const { expanded, k } = record(found.uncertainty);
  return {
    code: text(found.code),
    readings: list(found.readings).map(text).filter(Boolean),
    value: text(found.value),
    uncertainty: typeof expanded === 'string' ? { expanded, k: text(k) || '2' } : null,
    notTestedReason: text(found.notTestedReason) || null,
    evidence: list(found.evidence).flatMap((file) => {
      const { cid, mime } = record(file);
      return typeof cid === 'string' ? [{ cid, mime: text(mime) }] : [];
    }),
  };
}

function instrument(item: unknown): (string | Localized)[] {
  if (typeof item === 'string') return [item];
  const found = record(item);
  if (typeof found.en === 'string' && typeof found['zh-Hans'] === 'string') {
    return [{ en: found.en, 'zh-Hans': found['zh-Hans'] }];
  }
  const model = record(found.model);
  if (typeof model.en === 'string' && typeof model['zh-Hans'] === 'string') {
    return [{ en: model.en, 'zh-Hans': model['zh-Hans'] }];
  }
  return typeof found.model === 'string' ? [found.model] : [];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
