import type { Locale } from '../i18n/locales.ts';

/** A grade in basis points as points out of 100, cut to one decimal: 9387 → 93.8. */
export function formatPoints(bps: number, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return format.format(Math.floor(bps / 10) / 10);
}
