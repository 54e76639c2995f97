import type { Clause, Direction, Localized } from '../../../protocol/documents/quality-model/types.ts';

/** A parameter as pages show it: the facts of the chain with the texts of the document. */
export interface ParameterView {
  readonly code: string;
  readonly position: number;
  readonly name: Localized;
  readonly unit: string;
  readonly method: Localized;
  /** Number of the method's standard; empty: none. */
  readonly methodStandard: string;
  readonly methodClause: Clause;
  readonly direction: Direction;
  readonly decimals: number;
  readonly legalMin: number;
  readonly legalMax: number;
  readonly tolerance: number;
  readonly weightBps: number;
  readonly critical: boolean;
  readonly sealed: boolean;
}

/** A row of the subgraph's Parameter. */
export interface ParameterRow {
  readonly code: string;
  readonly position: number;
  readonly direction: 'TWO_SIDED' | 'AT_LEAST' | 'AT_MOST';
  readonly decimals: number;
  readonly legalMin: number;
  readonly legalMax: number;
  readonly tolerance: string;
  readonly weightBps: number;
  readonly critical: boolean;
  readonly sealed: boolean;
  readonly text: {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly unit: string;
    readonly methodZh: string;
    readonly methodEn: string;
    readonly methodStandard: string;
    readonly methodClauseZh: string;
    readonly methodClauseEn: string;
  } | null;
}

const DIRECTIONS = { TWO_SIDED: 'twoSided', AT_LEAST: 'atLeast', AT_MOST: 'atMost' } as const;

/** Parameters in their order. Without a document they go by their codes. */
export function parameterViews(rows: readonly ParameterRow[]): ParameterView[] {
  return rows
    .toSorted((a, b) => a.position - b.position)
    .map(({ text, direction, tolerance, ...row }) => ({
      ...row,
      direction: DIRECTIONS[direction],
      tolerance: Number(tolerance),
      name: { 'zh-Hans': text?.nameZh ?? row.code, en: text?.nameEn ?? row.code },
      unit: text?.unit ?? '',
      method: { 'zh-Hans': text?.methodZh ?? '', en: text?.methodEn ?? '' },
      methodStandard: text?.methodStandard ?? '',
      methodClause: { 'zh-Hans': text?.methodClauseZh ?? '', en: text?.methodClauseEn ?? '' },
    }));
}
