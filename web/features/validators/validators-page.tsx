import type { ValidatorsQuery } from '../../generated/graphql.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { CandidatesTable } from './candidates-table.tsx';
import { ElectionPanel } from './election-panel.tsx';
import type { TermNow } from './election-view.ts';
import { validatorsMessages } from './messages.ts';
import { Own } from './own.tsx';
import { SeatsTable } from './seats-table.tsx';
import { Slashes } from './slashes.tsx';
import { TermCard } from './term-card.tsx';
import { useTerm } from './use-term.ts';
import { validatorsQuery } from './validators-queries.ts';

export type ValidatorsData = ValidatorsQuery;
export type ElectionData = ValidatorsQuery['elections'][number];

/** Who sits, how elections come out, and what one's own stake does. */
export function ValidatorsPage() {
  const text = useText(validatorsMessages);
  const query = useSubgraph(validatorsQuery, {});
  const now = useTerm();
  const joined = { ...query, data: query.data && now && { data: query.data, now } };
  return (
    <Page title={text('validators.title')} intro={text('validators.intro')}>
      <QueryView
        query={joined}
        skeleton={<SkeletonBlocks blocks={['h-72 rounded-2xl', 'h-96 rounded-2xl', 'h-64 rounded-2xl']} />}
      >
        {(found) => <Parts {...found} />}
      </QueryView>
    </Page>
  );
}

function Parts({ data, now }: { data: ValidatorsData; now: TermNow }) {
  const text = useText(validatorsMessages);
  return (
    <>
      <TermCard data={data} now={now} />
      <Tabs
        label={text('validators.tabs')}
        tabs={[
          {
            name: 'seats',
            label: text('validators.tab.seats'),
            content: <SeatsTable data={data} now={now} />,
          },
          {
            name: 'election',
            label: text('validators.tab.election'),
            content: <ElectionPanel data={data} now={now} />,
          },
          {
            name: 'candidates',
            label: text('validators.tab.candidates', { count: data.candidates.length }),
            content: <CandidatesTable data={data} now={now} />,
          },
        ]}
      />
      <Own data={data} now={now} />
      <Slashes slashes={data.seatSlashes} />
    </>
  );
}
