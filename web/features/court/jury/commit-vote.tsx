import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useErrorText } from '../../../shared/errors/use-error-text.ts';
import { shortHex } from '../../../shared/format/short-hex.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { useRootSecret } from '../../../shared/secrets/use-root-secret.ts';
import { useToast } from '../../../shared/toasts/use-toast.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { classNames } from '../../../shared/ui/class-names.ts';
import { Facts } from '../../../shared/ui/facts.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { courtMessages } from '../messages.ts';
import { commitVote } from '../transactions/vote.ts';
import { type BallotPlace, sealBallot } from './ballot.ts';
import { SaveBallot } from './save-ballot.tsx';
import type { Choice } from './vote-card.tsx';

/** Chooses, seals with the wallet's secret, and puts the hash on chain. */
export function CommitVote({ place, choices }: { place: BallotPlace; choices: readonly Choice[] }) {
  const text = useText(courtMessages);
  const sentence = useErrorText();
  const toast = useToast();
  const unlock = useRootSecret();
  const [choice, setChoice] = useState<number | null>(null);
  const sealing = useMutation({
    mutationFn: async (chosen: number) => sealBallot(place, chosen, await unlock()),
  });
  const sealed = sealing.data?.choice === choice ? sealing.data : undefined;
  const request = useMemo(() => (sealed ? commitVote(place, sealed.commitment) : null), [place, sealed]);
  // The refusal to rule comes last: it is for those whom the evidence tells nothing.
  const ordered = [...choices.filter((one) => one.choice > 0), ...choices.filter((one) => one.choice === 0)];
  return (
    <div className="grid gap-4">
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-medium">{text('court.yourVote')}</legend>
        {ordered.map((one) => (
          <label
            key={one.choice}
            className={classNames(
              'flex min-h-12 cursor-pointer items-center gap-3 rounded-xl border px-4 py-2 hover:bg-sunken',
              one.choice === choice ? 'border-jade bg-jade-soft' : 'border-line',
            )}
          >
            <input
              type="radio"
              name={`vote-${place.disputeId}`}
              className="size-5 shrink-0 accent-[var(--jade)]"
              checked={one.choice === choice}
              onChange={() => setChoice(one.choice)}
            />
            {one.label}
          </label>
        ))}
      </fieldset>
      {sealed ? (
        <>
          <Facts facts={[[text('court.commitment'), <code key="c">{shortHex(sealed.commitment)}</code>]]} />
          <div className="flex flex-wrap items-start gap-4">
            <TransactionButton
              request={request}
              onDone={() =>
                toast({ key: `vote:${place.disputeId}`, kind: 'success', title: text('court.sealedToast') })
              }
            >
              {text('court.commit')}
            </TransactionButton>
            <SaveBallot place={place} ballot={sealed} />
          </div>
        </>
      ) : (
        <Button
          kind="primary"
          className="justify-self-start"
          disabled={choice === null}
          busy={sealing.isPending}
          onClick={() => choice !== null && sealing.mutate(choice)}
        >
          {text('court.seal')}
        </Button>
      )}
      <p className="max-w-prose text-sm text-muted">{text('court.sealHelp')}</p>
      {sealing.error && <Notice kind="error">{sentence(sealing.error)}</Notice>}
    </div>
  );
}
