import { defineMessages } from '../i18n/define-messages.ts';
import type { Locale } from '../i18n/locales.ts';
import { SENTENCES } from './sentences.ts';

const inLocale = (locale: Locale) =>
  Object.fromEntries(Object.entries(SENTENCES).map(([name, sentence]) => [`error.${name}`, sentence[locale]]));

/** The sentences of contracts' errors as messages; loaded when a transaction is prepared. */
export const errorMessages = defineMessages({ en: inLocale('en'), 'zh-Hans': inLocale('zh-Hans') });
