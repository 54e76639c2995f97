import { useMemo } from 'react';
import { fromScaled } from '../../../protocol/documents/quality-model/scaled.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { useText } from '../i18n/use-text.ts';
import { uiMessages } from '../ui/ui-messages.ts';
import { formatAmount, formatToken } from './format-amount.ts';
import { formatBps } from './format-bps.ts';
import { formatCoin } from './format-coin.ts';
import { formatGas } from './format-gas.ts';
import { formatPoints } from './format-points.ts';
import { splitDuration } from './split-duration.ts';

/** Everything that is written differently in each language. */
export function useFormat() {
  const [locale] = useLocale();
  const text = useText(uiMessages);
  return useMemo(() => {
    const number = new Intl.NumberFormat(locale);
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    return {
      /** Smallest units → `1,234.50`. */
      amount: (value: bigint | string | number, options?: { exact?: boolean }) =>
        formatAmount(BigInt(value), locale, options),
      /** Smallest units of CTT → `1,250.5`. */
      token: (value: bigint | string) => formatToken(BigInt(value), locale),
      bps: (value: number) => formatBps(value, locale),
      points: (bps: number) => formatPoints(bps, locale),
      number: (value: number | bigint) => number.format(value),
      /** Gas money, two digits of it: `0.0012`, or `< 0.000001`. */
      gas: (wei: bigint, decimals: number) => formatGas(wei, decimals, locale),
      /** Coins that are owed or paid: up to six decimals, none rounded up. */
      coin: (wei: bigint, decimals: number) => formatCoin(wei, decimals, locale),
      /** An integer in units of 10^−decimals, with all its decimals. */
      value: (scaled: number, decimals: number) => fromScaled(scaled, decimals).replace('-', '−'),
      /** Unix seconds. */
      date: (seconds: number | bigint | string) => date.format(Number(seconds) * 1000),
      dateTime: (seconds: number | bigint | string) => dateTime.format(Number(seconds) * 1000),
      list: (items: readonly string[]) => list.format(items),
      /** Seconds → `2 days 3 hours`. */
      duration: (seconds: number) =>
        splitDuration(seconds)
          .map(([unit, count]) => text(`ui.${unit}`, { count }))
          .join(' '),
    };
  }, [locale, text]);
}
