import { Link } from '@tanstack/react-router';
import { useEpoch } from '../../shared/chain/use-epoch.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { Dividends } from './dividends.tsx';
import { EmissionSection } from './emission-section.tsx';
import { Holdings } from './holdings.tsx';
import { treasuryMessages } from './messages.ts';
import { Movements } from './movements.tsx';
import { treasuryQuery } from './treasury-queries.ts';
import { VestingSection } from './vesting-section.tsx';

/** What the commune owns together, how CTT is mined, and what goes to whom. */
export function TreasuryPage() {
  const text = useText(treasuryMessages);
  const query = useSubgraph(treasuryQuery, {});
  const epoch = useEpoch()?.epoch;
  const joined = { ...query, data: query.data && epoch !== undefined ? { data: query.data, epoch } : undefined };
  return (
    <Page
      title={text('treasury.title')}
      intro={text('treasury.intro')}
      actions={
        <Link to="/governance/new" className={buttonClass()}>
          {text('treasury.propose')}
        </Link>
      }
    >
      <QueryView
        query={joined}
        skeleton={<SkeletonBlocks blocks={['h-56 rounded-2xl', 'h-96 rounded-2xl', 'h-72 rounded-2xl']} />}
      >
        {({ data, epoch: now }) => (
          <>
            <Holdings data={data} />
            {data.emission && <EmissionSection data={data} emission={data.emission} epoch={now} />}
            <VestingSection wallets={data.vestingWallets} />
            <Dividends data={data} />
            <Movements data={data} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
