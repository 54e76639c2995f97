import type { Locale } from '../i18n/locales.ts';

/** Parts per 10,000 as a percentage: 1550 → 15.5 %. */
export function formatBps(bps: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(bps / 10_000);
}
