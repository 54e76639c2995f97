import { Link, useParams } from '@tanstack/react-router';
import { useText } from '../../shared/i18n/use-text.ts';
import { readDescription } from '../../shared/proposals/description.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { actionMessages } from './actions/action-messages.ts';
import { classNameOf } from './decision-class-name.ts';
import { type ProposalDetails, proposalQuery } from './governance-queries.ts';
import { governanceMessages } from './messages.ts';
import { Calls } from './one/calls.tsx';
import { Description } from './one/description-text.tsx';
import { History } from './one/history.tsx';
import { ProposalProgress } from './one/progress.tsx';
import { ProposalFacts } from './one/proposal-facts.tsx';
import { Tally } from './one/tally.tsx';
import { VoteCard } from './one/vote-card.tsx';
import { VotesTable } from './one/votes-table.tsx';

/** One proposal: what it does, how the vote stands, and what can be done about it. */
export function ProposalPage() {
  const { number } = useParams({ from: '/governance/$number' });
  if (/^0x[0-9a-f]{64}$/i.test(number))
    return <Found key={number} where={{ id: number.toLowerCase() as `0x${string}` }} />;
  const isNumber = /^[1-9]\d{0,8}$/.test(number);
  return isNumber ? <Found key={number} where={{ number: Number(number) }} /> : <Missing number={number} />;
}

function Found({ where }: { where: { readonly number: number } | { readonly id: `0x${string}` } }) {
  const text = useText(governanceMessages);
  const query = useSubgraph(proposalQuery, { where }, { select: ({ proposals }) => proposals[0] ?? null });
  const title =
    'number' in where ? text('governance.number', { number: String(where.number) }) : text('governance.numberId');
  if (query.data === null) return <Missing number={'number' in where ? String(where.number) : where.id} />;
  return (
    <QueryView
      query={query}
      title={title}
      skeleton={
        <Page title={title}>
          <SkeletonBlocks blocks={['h-44 rounded-2xl', 'h-96 rounded-2xl', 'h-56 rounded-2xl']} />
        </Page>
      }
    >
      {(proposal) => proposal && <Parts proposal={proposal} />}
    </QueryView>
  );
}

function Parts({ proposal }: { proposal: ProposalDetails }) {
  const text = useText(governanceMessages);
  const actions = useText(actionMessages);
  const { number, description, decisionClass } = proposal;
  const { title, blocks } = readDescription(description);
  const name = text('governance.number', { number: String(number) });
  return (
    <Page
      title={title || name}
      intro={`${name} · ${actions(`class.${classNameOf(decisionClass)}`)}`}
      actions={
        <Link to="/governance" className={buttonClass('quiet', 'small')}>
          {text('governance.all')}
        </Link>
      }
    >
      <ProposalProgress proposal={proposal} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:has-[>:nth-child(2)]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
          <Calls proposal={proposal} />
          {blocks.length > 0 && (
            <Section title={text('governance.about')}>
              <Description blocks={blocks} />
            </Section>
          )}
        </div>
        <VoteCard proposal={proposal} />
      </div>
      <Tally proposal={proposal} />
      <VotesTable votes={proposal.votes} />
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <History changes={proposal.changes} />
        <ProposalFacts proposal={proposal} />
      </div>
    </Page>
  );
}

function Missing({ number }: { number: string }) {
  const text = useText(governanceMessages);
  return (
    <Page title={text('governance.title')}>
      <EmptyState
        title={text('governance.bad', { number })}
        action={
          <Link to="/governance" className={buttonClass()}>
            {text('governance.all')}
          </Link>
        }
      >
        {text('governance.badHelp')}
      </EmptyState>
    </Page>
  );
}
