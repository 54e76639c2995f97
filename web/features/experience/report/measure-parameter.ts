import { fractionDigits, fromScaled } from '../../../../protocol/documents/quality-model/scaled.ts';
import type { ModelParameter } from '../../../../protocol/documents/quality-model/types.ts';
import { parseScaled, type ScaledInput } from '../../../shared/ui/parse-scaled.ts';
import { meanOfReadings } from './mean-of-readings.ts';
import type { ParameterDraft } from './report-draft.ts';

const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 };
/** A reading may be finer than the value that is reported. */
export const EXTRA_DIGITS = 2;

/** One parameter's value out of what was typed. */
export interface Measurement {
  /** In units of 10^−decimals; null: not known yet. */
  readonly value: number | null;
  /** Plain decimal strings. */
  readonly readings: readonly string[];
  /** Plain decimal string; empty: not said. */
  readonly uncertainty: string;
  /** Parsed readings in the order of the fields, for messages. */
  readonly inputs: readonly ScaledInput[];
  /** The value is outside the limits of the product standard. */
  readonly isOutsideLimits: boolean;
}

type Parameter = Pick<ModelParameter, 'decimals' | 'limits'>;

/**
 * Reads the draft of a parameter. `fallback` is what is reported for a parameter that was not measured: what anybody knows.
 */
export function measureParameter(parameter: Parameter, draft: ParameterDraft, fallback: number): Measurement {
  const { decimals, limits } = parameter;
  const digits = Math.min(9, decimals + EXTRA_DIGITS);
  const inputs = draft.readings.map((typed) => parseScaled(typed, { decimals: digits }));
  const readings = inputs.flatMap((input) =>
    input.kind === 'ok' ? [shorten(fromScaled(input.value, digits), decimals)] : [],
  );
  const isComplete = readings.length > 0 && inputs.every(({ kind }) => kind !== 'bad');
  const mean = isComplete ? meanOfReadings(readings, decimals) : null;
  const value = draft.notTestedReason !== null ? fallback : mean;
  const uncertainty = parseScaled(draft.uncertainty, { decimals: digits, min: 0 });
  return {
    value: value !== null && value >= INT32.min && value <= INT32.max ? value : null,
    readings: draft.notTestedReason === null ? readings : [],
    uncertainty: uncertainty.kind === 'ok' ? shorten(fromScaled(uncertainty.value, digits), decimals) : '',
    inputs,
    isOutsideLimits: value !== null && isOutside(value, decimals, limits),
  };
}

function isOutside(value: number, decimals: number, { min, max }: ModelParameter['limits']): boolean {
  const limit = (text: string) => {
    const parsed = parseScaled(text, { decimals });
    return parsed.kind === 'ok' ? parsed.value : null;
  };
  const [low, high] = [limit(min), limit(max)];
  return (low !== null && value < low) || (high !== null && value > high);
}

/** Without zeros behind the digits that everybody expects. */
function shorten(text: string, decimals: number): string {
  const surplus = fractionDigits(text) - decimals;
  if (surplus <= 0) return text;
  const kept = text.slice(0, text.length - surplus);
  const tail = text.slice(text.length - surplus).replace(/0+$/, '');
  return tail === '' ? kept.replace(/\.$/, '') : kept + tail;
}
