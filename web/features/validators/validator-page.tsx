import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ValidatorPageQuery } from '../../generated/graphql.ts';
import { useExperiencerName } from '../../shared/experiencers/experiencer-name.tsx';
import { useText } from '../../shared/i18n/use-text.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { TransactionButton } from '../../shared/transactions/transaction-button.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { candidateRecord } from '../../shared/validators/candidate-name.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { validatorsMessages } from './messages.ts';
import { Backers } from './one/backers.tsx';
import { Duties } from './one/duties.tsx';
import { History } from './one/history.tsx';
import { SeatsOfOne } from './one/seats-of-one.tsx';
import { Standing } from './one/standing.tsx';
import { nominate } from './transactions/stake.ts';
import { useTerm } from './use-term.ts';
import { ownStakeQuery, validatorQuery } from './validators-queries.ts';

export type ValidatorDetails = NonNullable<ValidatorPageQuery['candidate']>;
export type ValidatorRules = NonNullable<ValidatorPageQuery['protocol']>;

/** One candidate: what stands behind him, his seats, juries and earnings. */
export function ValidatorPage() {
  const { id } = useParams({ from: '/validators/$id' });
  const number = /^[1-9]\d{0,4}$/.test(id) && Number(id) <= 0xffff ? Number(id) : null;
  return number === null ? <Missing number={id} /> : <Found key={number} number={number} />;
}

function Found({ number }: { number: number }) {
  const text = useText(validatorsMessages);
  const query = useSubgraph(
    validatorQuery,
    { id: entityId(number) },
    { select: ({ candidate, protocol }) => ({ candidate: candidate ?? null, protocol: protocol ?? null }) },
  );
  const title = text('validators.number', { number: String(number) });
  if (query.data?.candidate === null) return <Missing number={String(number)} />;
  return (
    <QueryView
      query={query}
      title={title}
      skeleton={
        <Page title={title}>
          <SkeletonBlocks blocks={['h-72 rounded-2xl', 'h-60 rounded-2xl', 'h-60 rounded-2xl']} />
        </Page>
      }
    >
      {({ candidate, protocol }) => candidate && protocol && <Parts candidate={candidate} rules={protocol} />}
    </QueryView>
  );
}

function Parts({ candidate, rules }: { candidate: ValidatorDetails; rules: ValidatorRules }) {
  const text = useText(validatorsMessages);
  const now = useTerm();
  const number = text('validators.number', { number: String(candidate.number) });
  const name = useExperiencerName(candidateRecord(candidate));
  return (
    <Page
      title={name ?? number}
      intro={number}
      actions={
        <Link to="/validators" className={buttonClass('quiet', 'small')}>
          {text('validators.all')}
        </Link>
      }
    >
      <NameHim number={candidate.number} />
      {now && <Standing candidate={candidate} rules={rules} now={now} />}
      <SeatsOfOne candidate={candidate} />
      <Backers nominations={candidate.nominations} />
      <Duties duties={candidate.juryDuties} />
      <History changes={candidate.changes} />
    </Page>
  );
}

/** For whoever has a stake: puts the candidate among those whom it stands behind, or takes him out. */
function NameHim({ number }: { number: number }) {
  const text = useText(validatorsMessages);
  const account = useAccount()?.address.toLowerCase() ?? '';
  const own = useSubgraph(ownStakeQuery, { id: account }, { enabled: account !== '' });
  const voter = own.data?.account?.voter;
  const targets = voter?.targets.join();
  const isNamed = voter?.targets.includes(number) ?? false;
  const request = useMemo(() => {
    if (targets === undefined) return null;
    const before = targets === '' ? [] : targets.split(',').map(Number);
    return nominate(isNamed ? before.filter((one) => one !== number) : [...before, number]);
  }, [targets, isNamed, number]);
  if (!voter) return null;
  return (
    <TransactionButton request={request} kind={isNamed ? 'secondary' : 'primary'}>
      {text(isNamed ? 'validators.unnameHim' : 'validators.nameHim')}
    </TransactionButton>
  );
}

function Missing({ number }: { number: string }) {
  const text = useText(validatorsMessages);
  return (
    <Page title={text('validators.title')}>
      <EmptyState
        title={text('validators.bad', { number })}
        action={
          <Link to="/validators" className={buttonClass()}>
            {text('validators.all')}
          </Link>
        }
      >
        {text('validators.badHelp')}
      </EmptyState>
    </Page>
  );
}
