import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import { useLocale } from './use-locale.ts';

/** Picks the reader's language out of texts that documents carry in both. */
export function useLocalized(): (text: Localized) => string {
  const [locale] = useLocale();
  return (text) => text[locale] || text[locale === 'en' ? 'zh-Hans' : 'en'];
}
