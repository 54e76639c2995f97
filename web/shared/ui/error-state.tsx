import { useErrorText } from '../errors/use-error-text.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { uiMessages } from './ui-messages.ts';

interface Props {
  error: unknown;
  onRetry?: (() => unknown) | undefined;
}

/** What went wrong, as a sentence, and a way on. */
export function ErrorState({ error, onRetry }: Props) {
  const text = useText(uiMessages);
  const sentence = useErrorText();
  return (
    <Notice
      kind="error"
      title={text('ui.failed')}
      action={
        onRetry && (
          <Button size="small" onClick={() => onRetry()}>
            {text('ui.retry')}
          </Button>
        )
      }
    >
      {navigator.onLine ? sentence(error) : text('ui.offline')}
    </Notice>
  );
}
