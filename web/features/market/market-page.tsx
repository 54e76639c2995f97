import { getRouteApi, Link } from '@tanstack/react-router';
import { PackageSearch, Store } from 'lucide-react';
import { useMemo } from 'react';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { CommodityCard } from './commodity-card.tsx';
import { findItems } from './find-items.ts';
import { MarketFilters } from './market-filters.tsx';
import type { MarketItem } from './market-item.ts';
import { marketMessages } from './messages.ts';
import { useMarket } from './use-market.ts';

const route = getRouteApi('/market');

export function MarketPage() {
  const text = useText(marketMessages);
  const { query, hasPrices } = useMarket();
  return (
    <Page title={text('market.title')} intro={text('market.intro')}>
      <QueryView query={query} skeleton={<MarketSkeleton />}>
        {(items) => (items.length === 0 ? <Nothing /> : <Found items={items} hasPrices={hasPrices} />)}
      </QueryView>
    </Page>
  );
}

function Found({ items, hasPrices }: { items: readonly MarketItem[]; hasPrices: boolean }) {
  const text = useText(marketMessages);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const models = useMemo(() => modelsOf(items), [items]);
  const found = useMemo(() => findItems(items, search), [items, search]);
  const isFiltered = Object.keys(search).some((key) => key !== 'sort');
  const clear = () => navigate({ search: search.sort ? { sort: search.sort } : {}, replace: true });
  return (
    <div className="grid gap-6">
      <MarketFilters
        search={search}
        models={models}
        onChange={(change) =>
          navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
        }
      />
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-3">
        <h2 className="text-base text-muted">
          <span role="status">
            {text('market.found', { count: found.length })}
            {!hasPrices && ` · ${text('market.noPrices')}`}
          </span>
        </h2>
        {isFiltered && (
          <Button kind="quiet" size="small" onClick={clear}>
            {text('market.clear')}
          </Button>
        )}
      </div>
      {found.length === 0 ? (
        <EmptyState
          icon={<PackageSearch />}
          title={text('market.nothing')}
          action={<Button onClick={clear}>{text('market.clear')}</Button>}
        >
          {text('market.nothingHelp')}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {found.map((item) => (
            <li key={item.number} className="grid">
              <CommodityCard item={item} hasPrices={hasPrices} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Nothing() {
  const text = useText(marketMessages);
  return (
    <EmptyState
      icon={<Store />}
      title={text('market.empty')}
      action={
        <Link to="/produce" className={buttonClass('primary')}>
          {text('market.list')}
        </Link>
      }
    >
      {text('market.emptyHelp')}
    </EmptyState>
  );
}

/** Search, filters, count, cards. */
function MarketSkeleton() {
  return (
    <div className="grid gap-6">
      <div className="grid gap-4">
        <Skeleton className="h-13 rounded-xl" />
        <Skeleton className="h-11 w-24 sm:h-43 sm:w-full lg:h-33" />
      </div>
      <Skeleton className="h-11 w-40" />
      <CardsSkeleton cards={9} />
    </div>
  );
}

export function CardsSkeleton({ cards }: { cards: number }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {Array.from({ length: cards }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards are all alike
        <Skeleton key={i} className="h-50 rounded-2xl" />
      ))}
    </div>
  );
}

function modelsOf(items: readonly MarketItem[]) {
  const models = new Map(items.flatMap(({ model }) => (model.name ? [[model.number, model.name] as const] : [])));
  return [...models].map(([number, name]) => ({ number, name })).sort((a, b) => a.number - b.number);
}
