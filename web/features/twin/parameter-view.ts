import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { TwinLot, TwinParameter } from './twin-query.ts';

/** A row of the twin: one parameter with what is allowed, claimed and found. Values in units of 10^−decimals. */
export interface ParameterView {
  readonly position: number;
  readonly code: string;
  readonly name: Localized;
  readonly unit: string;
  readonly direction: 'atLeast' | 'atMost' | 'twoSided';
  readonly decimals: number;
  readonly legalMin: number;
  readonly legalMax: number;
  readonly tolerance: number;
  readonly weightBps: number;
  readonly critical: boolean;
  readonly claim: number | null;
  readonly wasSealed: boolean;
  readonly consensus: number | null;
  readonly gradeBps: number | null;
  readonly contested: boolean;
  readonly base: number | null;
  /** What each reporter found, in the order of their weights. */
  readonly reports: readonly number[];
}

const DIRECTIONS = { AT_LEAST: 'atLeast', AT_MOST: 'atMost', TWO_SIDED: 'twoSided' } as const;

/** The parameters of a lot, with the values of all revealed reports. */
export function parameterViews(lot: TwinLot): ParameterView[] {
  const revealed = lot.round.reports.flatMap(({ values }) => (values ? [values] : []));
  return lot.claims.map((row) => view(row, revealed));
}

function view(row: TwinParameter, revealed: readonly (readonly number[])[]): ParameterView {
  const { parameter } = row;
  const { text } = parameter;
  return {
    position: row.position,
    code: row.code,
    name: text ? { 'zh-Hans': text.nameZh, en: text.nameEn } : { 'zh-Hans': row.code, en: row.code },
    unit: text?.unit ?? '',
    direction: DIRECTIONS[parameter.direction],
    decimals: parameter.decimals,
    legalMin: parameter.legalMin,
    legalMax: parameter.legalMax,
    tolerance: Number(parameter.tolerance),
    weightBps: parameter.weightBps,
    critical: parameter.critical,
    claim: row.claim ?? null,
    wasSealed: row.sealed,
    consensus: row.consensus ?? null,
    gradeBps: row.gradeBps ?? null,
    contested: row.contested,
    base: row.base ?? null,
    reports: revealed.flatMap((values) => values[row.position] ?? []),
  };
}
