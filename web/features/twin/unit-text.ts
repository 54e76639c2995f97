import { unitName } from '../../shared/format/unit-name.ts';

/** A UCUM unit as people write it; `(value unit)` with a thin space, percent without. */
export function withUnit(value: string, ucum: string | undefined): string {
  if (!ucum) return value;
  const unit = unitName(ucum);
  if (unit === '') return value;
  return unit === '%' ? `${value} %` : `${value} ${unit}`;
}
