import { useCallback } from 'react';
import { useErrorText } from '../errors/use-error-text.ts';
import { useText } from '../i18n/use-text.ts';
import { PressError } from './press-error.ts';
import { transactionMessages } from './transaction-messages.ts';

const TEXTS = {
  failed: 'tx.state.failed',
  replaced: 'tx.state.replaced',
  dropped: 'tx.state.dropped',
  switched: 'tx.switched',
  slow: 'tx.beforeLate',
} as const;

/** Makes a sentence in the reader's language of whatever a press ended with. */
export function usePressText(): (error: unknown) => string {
  const text = useText(transactionMessages);
  const sentence = useErrorText();
  return useCallback(
    (error) => {
      if (!(error instanceof PressError)) return sentence(error);
      const said = text(TEXTS[error.reason]);
      return error.cause === undefined ? said : `${said} ${sentence(error.cause)}`;
    },
    [text, sentence],
  );
}
