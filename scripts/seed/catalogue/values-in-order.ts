import type { QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import type { ScaledValues } from './types.ts';

/** Values by code in the order of the model's parameters: of all of them, only the open or only the sealed ones. */
export function valuesInOrder(
  values: ScaledValues,
  { parameters }: QualityModelDocument,
  which: 'all' | 'open' | 'sealed' = 'all',
): number[] {
  return parameters
    .filter(({ sealed }) => which === 'all' || sealed === (which === 'sealed'))
    .map(({ code }) => {
      const value = values[code];
      if (value === undefined) throw new RangeError(`no value for ${code}`);
      return value;
    });
}
