import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useErrorText } from '../errors/use-error-text.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { sessionMessages } from './session-messages.ts';
import { useSession } from './use-session.ts';

interface Props {
  /** What is seen after signing in. */
  title: string;
  children: ReactNode;
}

/** Shows what the relay tells the account alone once it has signed in, and a way to sign in until then. */
export function NeedsSession({ title, children }: Props) {
  const text = useText(sessionMessages);
  const sentence = useErrorText();
  const { token, signIn } = useSession();
  const signing = useMutation({ mutationFn: signIn });
  if (token !== undefined) return children;
  return (
    <div className="grid gap-4">
      <EmptyState
        icon={<KeyRound />}
        title={title}
        action={
          <Button kind="primary" busy={signing.isPending} onClick={() => signing.mutate()} data-tour="sign-in">
            {text('session.signIn')}
          </Button>
        }
      >
        {text('session.help')}
      </EmptyState>
      {signing.error && <Notice kind="error">{sentence(signing.error)}</Notice>}
    </div>
  );
}
