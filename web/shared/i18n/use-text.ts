import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { Catalogue } from './define-messages.ts';

/** What can stand in a message: numbers are written as the language does. */
export type TextValues = Readonly<Record<string, string | number | Date>>;

/** `const text = useText(marketMessages); text('market.found', { count: 3 })`. */
export function useText<Id extends string>(_catalogue: Catalogue<Id>): (id: Id, values?: TextValues) => string {
  const { i18n, _ } = useLingui();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new language gives a new function
  return useMemo(() => (id: Id, values?: TextValues) => _(id, values as Record<string, unknown>), [i18n.locale, _]);
}
