import type { Direction, Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { ClaimedParameter } from './claims.ts';

/** A parameter of a lot's revision with the texts of its model's document. */
export interface ParameterView extends ClaimedParameter {
  readonly name: Localized;
  readonly unit: string;
  readonly direction: Direction;
  readonly tolerance: number;
  readonly weightBps: number;
  readonly critical: boolean;
}

interface ParameterRow extends ClaimedParameter {
  readonly direction: 'TWO_SIDED' | 'AT_LEAST' | 'AT_MOST';
  readonly tolerance: string;
  readonly weightBps: number;
  readonly critical: boolean;
  readonly text: { readonly nameZh: string; readonly nameEn: string; readonly unit: string } | null;
}

const DIRECTIONS = { TWO_SIDED: 'twoSided', AT_LEAST: 'atLeast', AT_MOST: 'atMost' } as const;

/** Rows of the index in their order. Without a document they go by their codes. */
export function parameterViews(rows: readonly ParameterRow[]): ParameterView[] {
  return rows
    .toSorted((a, b) => a.position - b.position)
    .map(({ text, direction, tolerance, ...row }) => ({
      ...row,
      direction: DIRECTIONS[direction],
      tolerance: Number(tolerance),
      name: { 'zh-Hans': text?.nameZh ?? row.code, en: text?.nameEn ?? row.code },
      unit: text?.unit ?? '',
    }));
}
