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

/** Digits after the point of CTT. */
export const TOKEN_DECIMALS = 18;

/** An amount of CTT (smallest units), cut to two decimals, without zeros at its end. */
export function formatToken(amount: bigint, locale: Locale): string {
  const unit = 10n ** BigInt(TOKEN_DECIMALS);
  const fraction = (amount % unit).toString().padStart(TOKEN_DECIMALS, '0').slice(0, 2).replace(/0+$/, '');
  const whole = new Intl.NumberFormat(locale).format(amount / unit);
  if (amount > 0n && whole === '0' && fraction === '') return '< 0.01';
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
