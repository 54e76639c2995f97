import { Gavel } from 'lucide-react';
import type { CaseSummaryFragment, CasesQuery } from '../../generated/graphql.ts';
import { OwedMoney } from '../../shared/credits/owed-money.tsx';
import { CaseRow } from '../../shared/disputes/case-row.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Card, Section } from '../../shared/ui/card.tsx';
import { Coins } from '../../shared/ui/coins.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { casesQuery } from './court-queries.ts';
import { JuryDuty } from './jury/jury-duty.tsx';
import { courtMessages } from './messages.ts';

/** What is disputed, who judges it, and what a juror has to do. */
export function CourtPage() {
  const text = useText(courtMessages);
  const query = useSubgraph(casesQuery, {});
  const account = useAccount();
  return (
    <Page title={text('court.title')} intro={text('court.intro')}>
      {account && <JuryDuty key={account.address} account={account.address} />}
      {account && <OwedMoney account={account.address} />}
      <QueryView
        query={query}
        skeleton={<SkeletonBlocks blocks={['h-24 rounded-2xl', 'h-24 rounded-2xl', 'h-24 rounded-2xl']} />}
      >
        {(data) => (
          <>
            <CaseLists cases={data.cases} />
            <Rules data={data} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function CaseLists({ cases }: { cases: readonly CaseSummaryFragment[] }) {
  const text = useText(courtMessages);
  const open = cases.filter(({ state }) => state !== 'CLOSED');
  const closed = cases.filter(({ state }) => state === 'CLOSED');
  return (
    <Tabs
      label={text('court.cases')}
      tabs={[
        {
          name: 'open',
          label: text('court.open', { count: open.length }),
          content: <CaseList cases={open} empty={text('court.openNone')} help={text('court.openNoneHelp')} />,
        },
        {
          name: 'closed',
          label: text('court.closed', { count: closed.length }),
          content: <CaseList cases={closed} empty={text('court.closedNone')} />,
        },
      ]}
    />
  );
}

interface CaseListProps {
  cases: readonly CaseSummaryFragment[];
  empty: string;
  help?: string;
}

function CaseList({ cases, empty, help }: CaseListProps) {
  if (cases.length === 0) {
    return (
      <EmptyState icon={<Gavel />} title={empty}>
        {help}
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-3">
      {cases.map((one) => (
        <li key={one.number}>
          <CaseRow one={one} />
        </li>
      ))}
    </ul>
  );
}

/** What a dispute costs and its jurors risk. */
function Rules({ data: { courts, protocol } }: { data: CasesQuery }) {
  const text = useText(courtMessages);
  const format = useFormat();
  const parameters = courts[0]?.parameters;
  if (!parameters || !protocol) return null;
  return (
    <Section title={text('court.rules')} intro={text('court.rulesHelp')}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <Facts
            facts={[
              [text('court.feePerJuror'), <Coins key="f" amount={parameters.feePerJuror} />],
              [text('court.lock'), <Tokens key="l" amount={parameters.lockPerSeat} />],
              [text('court.incoherentPart'), format.bps(parameters.incoherentBps)],
              [text('court.silentPart'), format.bps(parameters.silentBps)],
              [text('court.appealBond'), format.bps(parameters.appealBondBps)],
            ]}
          />
        </Card>
        <Card>
          <Facts
            facts={[
              [text('court.slashedReports'), <Money key="s" amount={protocol.slashedReportBonds} />],
              [text('court.charges'), <Money key="c" amount={protocol.charges} />],
              [text('court.bounties'), <Money key="b" amount={protocol.bounties} />],
            ]}
          />
        </Card>
      </div>
    </Section>
  );
}
