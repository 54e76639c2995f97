/** UCUM units that people write otherwise. */
const WRITTEN: Readonly<Record<string, string>> = {
  '1': '',
  Cel: '°C',
  '{piece}': '',
  '{score}': '',
  'W.h': 'Wh',
  'mA.h': 'mAh',
};
const RAISED: Readonly<Record<string, string>> = { '2': '²', '3': '³' };

/** A UCUM unit as people write it: `mg/dm2` → `mg/dm²`; empty for a number without unit. */
export function unitName(ucum: string): string {
  const plain = WRITTEN[ucum] ?? ucum.replace(/\{[^}]*\}/g, '').replaceAll('.', '·');
  return plain.replace(/(?<=[a-z])[23](?!\d)/g, (digit) => RAISED[digit] ?? digit);
}
