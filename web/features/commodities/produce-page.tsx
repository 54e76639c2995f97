import { Link } from '@tanstack/react-router';
import { Boxes, Plus } from 'lucide-react';
import type { ProducerQuery } from '../../generated/graphql.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { SkeletonBlocks } from '../../shared/ui/skeleton.tsx';
import { NeedsWallet } from '../../shared/wallet/needs-wallet.tsx';
import { producerQuery } from './commodities-queries.ts';
import { commoditiesMessages } from './messages.ts';
import { CommodityCard } from './own/commodity-card.tsx';
import { lotRow } from './own/lot-row.ts';
import { TodoList } from './own/todo-list.tsx';
import { useListings } from './own/use-priced-lots.ts';

/** The producer's console. */
export function ProducePage() {
  const text = useText(commoditiesMessages);
  return (
    <Page
      title={text('produce.title')}
      intro={text('produce.intro')}
      actions={
        <Link to="/produce/new" className={buttonClass('primary')} data-tour="list-commodity">
          <Plus aria-hidden="true" className="size-5" />
          {text('produce.list')}
        </Link>
      }
    >
      <NeedsWallet>{({ address }) => <Console key={address} producer={address.toLowerCase()} />}</NeedsWallet>
    </Page>
  );
}

function Console({ producer }: { producer: string }) {
  const query = useSubgraph(producerQuery, { producer });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonBlocks blocks={['h-24', 'h-110 rounded-2xl sm:h-80', 'h-110 rounded-2xl sm:h-80']} />}
    >
      {({ commodities }) => <Found commodities={commodities} />}
    </QueryView>
  );
}

function Found({ commodities }: Pick<ProducerQuery, 'commodities'>) {
  const text = useText(commoditiesMessages);
  const { clock } = useAppConfig();
  const now = useNow();
  const listings = useListings();
  if (commodities.length === 0) {
    return (
      <EmptyState
        icon={<Boxes />}
        title={text('produce.none')}
        action={
          <Link to="/produce/new" className={buttonClass('secondary')}>
            {text('produce.list')}
          </Link>
        }
      >
        {text('produce.noneHelp')}
      </EmptyState>
    );
  }
  if (now === undefined)
    return <SkeletonBlocks blocks={['h-24', 'h-110 rounded-2xl sm:h-80', 'h-110 rounded-2xl sm:h-80']} />;
  const priced = listings && new Set(listings.keys());
  const cards = commodities.map((commodity) => ({
    commodity,
    rows: commodity.lots.map((lot) => lotRow(lot, clock, now, priced)),
  }));
  return (
    <>
      <Section title={text('produce.todo')}>
        <TodoList rows={cards.flatMap(({ rows }) => rows)} now={now} />
      </Section>
      <Section title={text('produce.commodities')}>
        <div className="grid gap-6">
          {cards.map(({ commodity, rows }) => (
            <CommodityCard key={commodity.id} commodity={commodity} rows={rows} />
          ))}
        </div>
      </Section>
    </>
  );
}
