import { formatUnits } from 'viem';
import type { Locale } from '../i18n/locales.ts';

const LEAST = 0.000001;

/** Gas money with two digits that count; what is next to nothing says so. */
export function formatGas(wei: bigint, decimals: number, locale: Locale): string {
  const amount = Number(formatUnits(wei, decimals));
  const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  return amount > 0 && amount < LEAST ? `< ${format.format(LEAST)}` : format.format(amount);
}
