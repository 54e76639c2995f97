import { Link, useParams } from '@tanstack/react-router';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import type { StatementSummary } from '../../../relay/api/statements.ts';
import type { EpochQuery } from '../../generated/graphql.ts';
import { useEpoch } from '../../shared/chain/use-epoch.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useRelayQuery } from '../../shared/relay/use-relay-query.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { EpochMoney } from './epoch-money.tsx';
import { EpochRounds } from './epoch-rounds.tsx';
import { EpochStatements } from './epoch-statements.tsx';
import { epochQuery } from './epochs-queries.ts';
import { epochsMessages } from './messages.ts';

const LAST = 0xffff_ffff;

/** Money, statements and rounds of one epoch. */
export function EpochPage() {
  const text = useText(epochsMessages);
  const { number: given } = useParams({ from: '/epochs/$number' });
  const number = /^\d{1,10}$/.test(given) && Number(given) <= LAST ? Number(given) : null;
  if (number !== null) return <Found key={number} number={number} />;
  return (
    <Page title={text('epochs.title')}>
      <EmptyState
        title={text('epochs.bad', { number: given })}
        action={
          <Link to="/epochs" className={buttonClass()}>
            {text('epochs.all')}
          </Link>
        }
      />
    </Page>
  );
}

function Found({ number }: { number: number }) {
  const text = useText(epochsMessages);
  const format = useFormat();
  const { clock } = useAppConfig();
  const now = useEpoch();
  const query = useSubgraph(epochQuery, { id: entityId(number) });
  const relay = useRelayQuery<StatementSummary>(`/statements/${number}`);
  const [from, until] = [epochStart(clock, number), epochStart(clock, number + 1)];
  const isFuture = now !== undefined && number > now.epoch;
  return (
    <Page
      title={text('epochs.epoch', { number: String(number) })}
      intro={
        <>
          {text('epochs.epochIntro', { from: format.date(from), until: format.date(until) })}
          {now?.epoch === number && ` · ${text('epochs.now')}`}
        </>
      }
      actions={
        <nav className="flex flex-wrap gap-2" aria-label={text('epochs.all')}>
          {number > 0 && <Step to={number - 1} label={text('epochs.previous', { number: String(number - 1) })} />}
          <Link to="/epochs" className={buttonClass('quiet', 'small')}>
            {text('epochs.all')}
          </Link>
          {now !== undefined && number < now.epoch && (
            <Step to={number + 1} label={text('epochs.next', { number: String(number + 1) })} />
          )}
        </nav>
      }
    >
      {isFuture ? (
        <EmptyState title={text('epochs.notYet')}>
          {text('epochs.notYetHelp', { number: String(number), date: format.date(from) })}
        </EmptyState>
      ) : (
        <QueryView
          query={query}
          skeleton={<SkeletonBlocks blocks={['h-156 rounded-2xl sm:h-190', 'h-36 rounded-2xl', 'h-120 rounded-2xl']} />}
        >
          {(data) => <Parts data={data} number={number} relay={relay.data} />}
        </QueryView>
      )}
    </Page>
  );
}

interface PartsProps {
  data: EpochQuery;
  number: number;
  relay: StatementSummary | undefined;
}

function Parts({ data: { epoch, protocol }, number, relay }: PartsProps) {
  return (
    <>
      <EpochMoney epoch={epoch} protocol={protocol} relay={relay} />
      <EpochStatements
        statements={epoch?.statements ?? []}
        challenges={epoch?.challengesOfReceipts ?? []}
        number={number}
        relay={relay}
      />
      <EpochRounds rounds={epoch?.rounds ?? []} />
    </>
  );
}

function Step({ to, label }: { to: number; label: string }) {
  return (
    <Link to="/epochs/$number" params={{ number: String(to) }} className={buttonClass('secondary', 'small')}>
      {label}
    </Link>
  );
}
