import type { Locale } from '../i18n/locales.ts';

/** Digits after the point of the settlement asset's smallest unit. */
export const ASSET_DECIMALS = 6;
const CENTS = 2;

/**
 * An amount of the settlement asset (smallest units) as a number people read: two decimals, more only where they are not zero and
 * the amount is below a cent's reach. Never rounds up what is owed: cut off, not rounded.
 */
export function formatAmount(amount: bigint, locale: Locale, { exact = false } = {}): string {
  const unit = 10n ** BigInt(ASSET_DECIMALS);
  const magnitude = amount < 0n ? -amount : amount;
  const digits = (magnitude % unit).toString().padStart(ASSET_DECIMALS, '0');
  const isTiny = magnitude > 0n && magnitude < unit / 100n;
  const wanted = exact || isTiny ? digits.replace(/0+$/, '').padEnd(CENTS, '0') : digits.slice(0, CENTS);
  const whole = new Intl.NumberFormat(locale).format(magnitude / unit);
  return `${amount < 0n ? '−' : ''}${whole}.${wanted}`;
}
