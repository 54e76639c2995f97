import { useMemo } from 'react';
import type { OwnStakeQuery } from '../../../generated/graphql.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { TransactionButton } from '../../../shared/transactions/transaction-button.tsx';
import { Card, Section } from '../../../shared/ui/card.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import type { TermNow } from '../election-view.ts';
import { validatorsMessages } from '../messages.ts';
import { claimRewards, closeTerm } from '../transactions/rewards.ts';
import { useNextTerm, useRewards } from './use-rewards.ts';
import { RootMismatchError } from './voter-claim.ts';

type Own = NonNullable<OwnStakeQuery['account']>;

interface Props {
  voter: Own['voter'] | null;
  candidate: Own['candidate'] | null;
  now: TermNow;
}

/** What terms that are over owe an account, claimed in one transaction. */
export function Rewards({ voter, candidate, now }: Props) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const next = useNextTerm().data;
  const { open, claims, error } = useRewards(voter);
  const commissions = useMemo(
    () => (candidate?.seatRewards ?? []).filter((seat) => !seat.commissionPaid && seat.commission !== '0'),
    [candidate],
  );
  const isReady = open.length === 0 || claims?.length === open.length;
  const voterId = voter?.number ?? 0;
  const request = useMemo(
    () =>
      isReady && (claims?.length ?? 0) + commissions.length > 0
        ? claimRewards(voterId, claims ?? [], commissions)
        : null,
    [isReady, claims, commissions, voterId],
  );
  if (!voter && !candidate && (next === undefined || next >= now.term)) return null;
  const rows = [
    ...open.map(({ term, amount }) => ({ term, amount, as: 'voter' as const })),
    ...commissions.map(({ term, commission }) => ({ term, amount: BigInt(commission), as: 'validator' as const })),
  ];
  const sum = rows.reduce((total, { amount }) => total + amount, 0n);
  const paid = [
    ...(voter?.claims ?? []).map(({ term, amount }) => ({ term, amount: BigInt(amount), as: 'voter' as const })),
    ...(candidate?.seatRewards ?? [])
      .filter(({ commissionPaid, commission }) => commissionPaid && commission !== '0')
      .map(({ term, commission }) => ({ term, amount: BigInt(commission), as: 'validator' as const })),
  ].sort((a, b) => b.term - a.term);
  return (
    <Section title={text('validators.rewards')} intro={text('validators.rewardsIntro')}>
      <Card className="grid gap-4">
        {next !== undefined && next < now.term && <Close term={next} />}
        {rows.length === 0 ? (
          <p className="text-muted">{text('validators.rewardsNone')}</p>
        ) : (
          <>
            <Rows rows={rows} />
            {!isReady && !error && <p className="text-sm text-muted">{text('validators.proofWait')}</p>}
            <TransactionButton request={request}>
              {text('validators.claim', { amount: format.amount(sum) })}
            </TransactionButton>
          </>
        )}
        {error instanceof RootMismatchError ? (
          <Notice kind="error">{text('validators.proofBad')}</Notice>
        ) : (
          error && <ErrorState error={error} />
        )}
        {paid.length > 0 && (
          <div className="grid gap-1 border-t border-line pt-4">
            <h3 className="text-sm text-muted">{text('validators.rewardsPaid')}</h3>
            <Rows rows={paid} />
          </div>
        )}
      </Card>
    </Section>
  );
}

interface Row {
  readonly term: number;
  readonly amount: bigint;
  readonly as: 'voter' | 'validator';
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const text = useText(validatorsMessages);
  return (
    <ul className="grid gap-1">
      {rows.map(({ term, amount, as }) => (
        <li key={`${term}/${as}`} className="flex items-baseline justify-between gap-4 sm:max-w-md">
          <span>
            {text('validators.rewardTerm', { term: String(term) })}{' '}
            <span className="text-muted">{text(`validators.rewardAs.${as}`)}</span>
          </span>
          <Money amount={amount} exact />
        </li>
      ))}
    </ul>
  );
}

function Close({ term }: { term: number }) {
  const text = useText(validatorsMessages);
  const request = useMemo(() => closeTerm(term), [term]);
  const values = { term: String(term) };
  return (
    <Notice
      action={
        <TransactionButton request={request} kind="secondary" terse>
          {text('validators.close', values)}
        </TransactionButton>
      }
    >
      {text('validators.closeHelp', values)}
    </Notice>
  );
}
