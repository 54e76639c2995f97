import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { readStored } from '../storage/stored.ts';
import { onMessagesDefined } from './define-messages.ts';
import { detectLocale } from './detect-locale.ts';
import { LOCALES } from './locales.ts';

export const LOCALE_KEY = 'locale';

export const i18n = setupI18n({ missing: (_, id) => `⟦${id}⟧` });
i18n.setMessagesCompiler(compileMessage);
// Features load their messages with their code; until then there are none.
for (const locale of LOCALES) i18n.load(locale, {});
onMessagesDefined((catalogue) => {
  for (const locale of LOCALES) i18n.load(locale, catalogue[locale]);
});
i18n.activate(detectLocale(readStored(LOCALE_KEY), navigator.languages));
