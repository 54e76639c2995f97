import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import { writeStored } from '../storage/stored.ts';
import { i18n, LOCALE_KEY } from './i18n.ts';
import type { Locale } from './locales.ts';

/** The reader's language, and how to change it. */
export function useLocale(): [locale: Locale, setLocale: (locale: Locale) => void] {
  const { i18n: current } = useLingui();
  const setLocale = useCallback((locale: Locale) => {
    writeStored(LOCALE_KEY, locale);
    document.documentElement.lang = locale;
    i18n.activate(locale);
  }, []);
  return [current.locale as Locale, setLocale];
}
