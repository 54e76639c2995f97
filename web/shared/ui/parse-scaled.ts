import { toScaled } from '../../../protocol/documents/quality-model/scaled.ts';

export interface ScaledRange {
  /** Digits after the point. */
  readonly decimals: number;
  /** In units of 10^−decimals. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

export type ScaledInput =
  | { readonly kind: 'empty' }
  | { readonly kind: 'ok'; readonly value: number }
  | { readonly kind: 'bad'; readonly reason: 'ui.badNumber' | 'ui.tooManyDecimals' | 'ui.tooSmall' | 'ui.tooLarge' };

/** Reads what somebody typed as an integer in units of 10^−decimals; never rounds. A decimal comma counts as a point. */
export function parseScaled(typed: string, { decimals, min, max }: ScaledRange): ScaledInput {
  const text = typed
    .trim()
    .replace('，', ',')
    .replace(/^([+-]?)\./, '$10.')
    .replace(/^\+/, '')
    .replace(/^(-?\d+),(\d+)$/, '$1.$2')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/\.$/, '');
  if (text === '') return { kind: 'empty' };
  const fraction = /^-?\d+(?:\.(\d+))?$/.exec(text);
  if (!fraction) return { kind: 'bad', reason: 'ui.badNumber' };
  const significant = (fraction[1] ?? '').replace(/0+$/, '');
  if (significant.length > decimals) return { kind: 'bad', reason: 'ui.tooManyDecimals' };
  const [whole = ''] = text.split('.');
  let value: number;
  try {
    value = toScaled(significant === '' ? whole : `${whole}.${significant}`, decimals);
  } catch {
    return { kind: 'bad', reason: 'ui.tooLarge' };
  }
  if (min !== undefined && value < min) return { kind: 'bad', reason: 'ui.tooSmall' };
  if (max !== undefined && value > max) return { kind: 'bad', reason: 'ui.tooLarge' };
  return { kind: 'ok', value };
}
