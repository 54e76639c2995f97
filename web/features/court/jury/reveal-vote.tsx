import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { Hex } from 'viem';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useRootSecret } from '../../../shared/secrets/use-root-secret.ts';
import { useToast } from '../../../shared/toasts/use-toast.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { courtMessages } from '../messages.ts';
import { revealVote } from '../transactions/vote.ts';
import { type BallotPlace, fromBallotFile, recoverBallot } from './ballot.ts';
import { SaveBallot } from './save-ballot.tsx';
import type { Choice } from './vote-card.tsx';

/** Neither wallet nor file has the salt of the commitment. */
class OtherSaltError extends Error {}

interface Props {
  place: BallotPlace;
  choices: readonly Choice[];
  commitment: Hex;
  /** Votes can be revealed by now. */
  isOpen: boolean;
}

/** Opens a sealed vote: the wallet derives the salt again and the few choices are tried; or from a file. */
export function RevealVote({ place, choices, commitment, isOpen }: Props) {
  const text = useText(courtMessages);
  const sentence = useErrorText();
  const toast = useToast();
  const unlock = useRootSecret();
  const input = useRef<HTMLInputElement>(null);
  const most = Math.max(...choices.map(({ choice }) => choice));
  const opening = useMutation({
    mutationFn: async (file?: File) => {
      const ballot = file
        ? fromBallotFile(await file.text(), place, most, commitment)
        : recoverBallot(place, most, commitment, await unlock());
      if (!ballot) throw new OtherSaltError();
      return ballot;
    },
  });
  const ballot = opening.data;
  const request = useMemo(() => (ballot ? revealVote(place, ballot.choice, ballot.salt) : null), [place, ballot]);
  return (
    <div className="grid gap-4">
      <p>{text(isOpen ? 'court.revealNow' : 'court.sealedWait')}</p>
      {ballot && (
        <Notice kind="success">
          {text('court.youVoted', { vote: choices.find(({ choice }) => choice === ballot.choice)?.label ?? '' })}
        </Notice>
      )}
      <div className="flex flex-wrap items-start gap-3">
        {!ballot && (
          <>
            <Button
              kind={isOpen ? 'primary' : 'secondary'}
              busy={opening.isPending}
              onClick={() => opening.mutate(undefined)}
            >
              {text('court.unlock')}
            </Button>
            <Button onClick={() => input.current?.click()}>
              <Upload aria-hidden="true" className="size-4" />
              {text('court.loadBallot')}
            </Button>
            <input
              ref={input}
              type="file"
              accept="application/json,.json"
              className="sr-only"
              tabIndex={-1}
              aria-label={text('court.loadBallot')}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                event.target.value = '';
                if (file) opening.mutate(file);
              }}
            />
          </>
        )}
        {ballot && isOpen && (
          <TransactionButton
            request={request}
            onDone={() =>
              toast({ key: `vote:${place.disputeId}`, kind: 'success', title: text('court.revealedToast') })
            }
          >
            {text('court.reveal')}
          </TransactionButton>
        )}
        {ballot && <SaveBallot place={place} ballot={ballot} />}
      </div>
      {opening.error instanceof OtherSaltError ? (
        <Notice kind="error" title={text('court.otherSalt')}>
          {text('court.otherSaltHelp')}
        </Notice>
      ) : (
        opening.error && <Notice kind="error">{sentence(opening.error)}</Notice>
      )}
    </div>
  );
}
