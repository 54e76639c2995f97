import { Trans } from '@lingui/react';
import type { ReactElement } from 'react';
import type { Catalogue } from './define-messages.ts';
import type { TextValues } from './use-text.ts';

interface Props<Id extends string> {
  from: Catalogue<Id>;
  id: Id;
  values?: TextValues;
  /** Elements for tags in the message: `<0>…</0>`, or `<link>…</link>` by name. */
  components?: Record<string, ReactElement>;
}

/** A message with elements inside. */
export function T<Id extends string>({ id, values, components }: Props<Id>) {
  return <Trans id={id} values={values as Record<string, unknown>} components={components} />;
}
