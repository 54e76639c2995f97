import { formatUnits, parseUnits } from 'viem';
import { ASSET_DECIMALS, TOKEN_DECIMALS } from '../../../shared/format/format-amount.ts';
import type { FieldUnit } from './action-kinds.ts';

const DAY = 86_400n;
/** Five decimals of a day are below a second. */
const DAY_DECIMALS = 5;
const DAY_PARTS = 10n ** BigInt(DAY_DECIMALS);
const COIN_DECIMALS = 18;

/** Digits after the point of what people type; undefined: they type something else. Days stand for seconds. */
const DECIMALS: Partial<Record<FieldUnit, number>> = {
  bps: 2,
  asset: ASSET_DECIMALS,
  ctt: TOKEN_DECIMALS,
  coin: COIN_DECIMALS,
  power: ASSET_DECIMALS,
  count: 0,
  platform: 0,
};

/** A number in the unit that people use (per cent, days, whole units) as the contract takes it; null: it is none. */
export function parseUnit(unit: FieldUnit, typed: string): bigint | null {
  const text = typed.trim().replace('，', '.').replace(',', '.');
  const decimals = unit === 'seconds' ? DAY_DECIMALS : DECIMALS[unit];
  const parts = /^(?<whole>\d{1,30})(?:\.(?<fraction>\d*))?$/.exec(text)?.groups;
  if (!parts || decimals === undefined) return null;
  const fraction = (parts.fraction ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return null;
  const scaled = parseUnits(`${parts.whole}.${fraction || '0'}`, decimals);
  if (unit !== 'seconds') return scaled;
  // To the nearest second: 0.04167 days are an hour.
  return (scaled * DAY + DAY_PARTS / 2n) / DAY_PARTS;
}

/** A value as it is typed. */
export function plainUnit(unit: FieldUnit, value: bigint): string {
  if (unit !== 'seconds') return formatUnits(value, DECIMALS[unit] ?? 0);
  return formatUnits((value * DAY_PARTS + DAY / 2n) / DAY, DAY_DECIMALS);
}
