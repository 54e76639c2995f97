/** UCUM units that people write otherwise. */
const WRITTEN: Readonly<Record<string, string>> = {
  '1': '',
  Cel: '°C',
  '{piece}': '',
  '{score}': '',
  'W.h': 'Wh',
  'mA.h': 'mAh',
};

/** A UCUM unit as people write it; `(value unit)` with a thin space, percent without. */
export function withUnit(value: string, ucum: string | undefined): string {
  if (!ucum) return value;
  const unit = WRITTEN[ucum] ?? ucum.replace(/\{[^}]*\}/g, '').replaceAll('.', '·');
  if (unit === '') return value;
  return unit === '%' ? `${value} %` : `${value} ${unit}`;
}
