import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import { useLocale } from './use-locale.ts';

/** Picks the reader's language out of texts that documents carry in both; a plain text is the same in each. */
export function useLocalized(): (text: Localized | string) => string {
  const [locale] = useLocale();
  return (text) => (typeof text === 'string' ? text : text[locale] || text[locale === 'en' ? 'zh-Hans' : 'en']);
}
