import type { Locale } from '../i18n/locales.ts';

const SHOWN = 6;

/** An amount of the chain's coin, cut to six decimals, without zeros at its end. */
export function formatCoin(wei: bigint, decimals: number, locale: Locale): string {
  const unit = 10n ** BigInt(decimals);
  const digits = (wei % unit).toString().padStart(decimals, '0').slice(0, SHOWN).replace(/0+$/, '');
  const whole = wei / unit;
  if (wei > 0n && whole === 0n && digits === '') return `< 0.${'0'.repeat(SHOWN - 1)}1`;
  const text = new Intl.NumberFormat(locale).format(whole);
  return digits === '' ? text : `${text}.${digits}`;
}
