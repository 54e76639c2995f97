import { Link } from '@tanstack/react-router';
import { Landmark } from 'lucide-react';
import { useNow } from '../../shared/chain/use-now.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { type ProposalSummary, proposalsQuery } from './governance-queries.ts';
import { governanceMessages } from './messages.ts';
import { ProposalRow } from './proposal-row.tsx';
import { isOpen, proposalState } from './proposal-state.ts';
import { Rules } from './rules.tsx';

/** What the commune decides, has decided, and by which rules. */
export function GovernancePage() {
  const text = useText(governanceMessages);
  const query = useSubgraph(proposalsQuery, {});
  const now = useNow();
  const joined = { ...query, data: query.data && now !== undefined ? { ...query.data, now } : undefined };
  return (
    <Page
      title={text('governance.title')}
      intro={text('governance.intro')}
      actions={
        <Link to="/governance/new" className={buttonClass('primary')}>
          {text('governance.new')}
        </Link>
      }
    >
      <QueryView
        query={joined}
        skeleton={<SkeletonBlocks blocks={['h-32 rounded-2xl', 'h-32 rounded-2xl', 'h-64 rounded-2xl']} />}
      >
        {(data) => (
          <>
            <Lists proposals={data.proposals} now={data.now} />
            {data.governance && <Rules rules={data.governance} timings={data.classTimings} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Lists({ proposals, now }: { proposals: readonly ProposalSummary[]; now: number }) {
  const text = useText(governanceMessages);
  const isRunning = (proposal: ProposalSummary) => isOpen(proposalState(proposal, now));
  const open = proposals.filter(isRunning);
  const closed = proposals.filter((proposal) => !isRunning(proposal));
  return (
    <Tabs
      label={text('governance.tabs')}
      tabs={[
        {
          name: 'open',
          label: text('governance.open', { count: open.length }),
          content: (
            <List
              proposals={open}
              empty={text('governance.openNone')}
              help={text('governance.openNoneHelp')}
              now={now}
            />
          ),
        },
        {
          name: 'closed',
          label: text('governance.closed', { count: closed.length }),
          content: <List proposals={closed} empty={text('governance.closedNone')} now={now} />,
        },
      ]}
    />
  );
}

interface ListProps {
  proposals: readonly ProposalSummary[];
  empty: string;
  help?: string;
  now: number;
}

function List({ proposals, empty, help, now }: ListProps) {
  if (proposals.length === 0) {
    return (
      <EmptyState icon={<Landmark />} title={empty}>
        {help}
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-3">
      {proposals.map((proposal) => (
        <li key={proposal.number}>
          <ProposalRow proposal={proposal} now={now} />
        </li>
      ))}
    </ul>
  );
}
