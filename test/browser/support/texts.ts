import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Catalogue } from '../../../web/shared/i18n/define-messages.ts';
import type { Locale } from '../../../web/shared/i18n/locales.ts';

/** What the page says, in the visitor's language: journeys look for texts by their ids, so that they run in both. */
export type Say = <Id extends string>(
  catalogue: Catalogue<Id>,
  id: NoInfer<Id>,
  values?: Record<string, unknown>,
) => string;

export function textsIn(locale: Locale): Say {
  const i18n = setupI18n();
  i18n.setMessagesCompiler(compileMessage);
  i18n.load(locale, {});
  i18n.activate(locale);
  return (catalogue, id, values = {}) => {
    i18n.load(locale, catalogue[locale]);
    return i18n._(id, values);
  };
}
