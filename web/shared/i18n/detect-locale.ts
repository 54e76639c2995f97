import { LOCALES, type Locale } from './locales.ts';

/**
 * The language to begin with: what was chosen before, else the first of the browser's languages that there is, else English.
 * @param preferred BCP 47 tags, best first
 */
export function detectLocale(chosen: unknown, preferred: readonly string[]): Locale {
  const known = LOCALES.find((locale) => locale === chosen);
  if (known) return known;
  const tag = preferred.find((language) => /^(zh|en)\b/i.test(language));
  return tag !== undefined && /^zh/i.test(tag) ? 'zh-Hans' : 'en';
}
