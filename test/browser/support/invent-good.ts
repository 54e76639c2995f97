import { gtinCheckDigit } from '../../../protocol/identity/gtin-check-digit.ts';

export type Good = ReturnType<typeof inventGood>;

/** GS1's prefix for demonstrations. */
const PREFIX = '952';
const DIGITS = 9;

/**
 * A good that a producer invents, different at every call: it is looked for by its name and its GTIN-13.
 *
 * @param index which of those that are invented at the same time
 */
export function inventGood(index: number) {
  const number = String(Date.now() * 10 + index).slice(-DIGITS);
  const texts = {
    'list.nameZh': `试验荞麦 ${number}`,
    'list.nameEn': `Trial buckwheat ${number}`,
    'list.brandZh': '试验田',
    'list.brandEn': 'Trial Field',
    'list.descriptionZh': '浏览器测试中的荞麦。',
    'list.descriptionEn': 'Buckwheat of the browser tests.',
    'list.country': 'CN',
    'list.netContent': '500',
  } as const;
  const digits = PREFIX + number;
  return { texts, gtin: digits + gtinCheckDigit(digits) };
}
