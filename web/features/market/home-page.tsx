import { Link } from '@tanstack/react-router';
import { ArrowRight, Boxes, FlaskConical, ShoppingBasket } from 'lucide-react';
import { useText } from '../../shared/i18n/use-text.ts';
import { Section } from '../../shared/ui/card.tsx';
import { usePageTitle } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { CommodityCard } from './commodity-card.tsx';
import { findItems } from './find-items.ts';
import { CardsSkeleton } from './market-page.tsx';
import { marketMessages } from './messages.ts';
import { SampleTwin } from './sample-twin.tsx';
import { Totals } from './totals.tsx';
import { useMarket } from './use-market.ts';

const PATHS = [
  { to: '/market', title: 'market.pathBuy', help: 'market.pathBuyHelp', Icon: ShoppingBasket },
  { to: '/experience', title: 'market.pathMeasure', help: 'market.pathMeasureHelp', Icon: FlaskConical },
  { to: '/produce', title: 'market.pathProduce', help: 'market.pathProduceHelp', Icon: Boxes },
] as const;
const STEPS = [1, 2, 3, 4] as const;
const SHOWN = 3;

/** What this is, for somebody who has never heard of it. */
export function HomePage() {
  const text = useText(marketMessages);
  usePageTitle('');
  return (
    <div className="container-page grid gap-16 py-10 sm:py-16">
      <section className="grid gap-10">
        <div className="grid items-center gap-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <div className="grid gap-5">
            <h1 className="font-display text-4xl font-semibold tracking-tight sm:text-6xl">
              {text('market.heroTitle')}
            </h1>
            <p className="max-w-2xl text-lg text-muted sm:text-xl">{text('market.heroText')}</p>
          </div>
          <SampleTwin />
        </div>
        <ul className="grid gap-4 md:grid-cols-3">
          {PATHS.map(({ to, title, help, Icon }) => (
            <li key={to} className="grid">
              <Link
                to={to}
                className="group flex items-start gap-4 rounded-2xl border border-line bg-surface p-5 shadow-card transition-colors hover:border-jade"
              >
                <span className="grid size-11 shrink-0 place-items-center rounded-xl bg-jade-soft text-jade">
                  <Icon aria-hidden="true" className="size-5" />
                </span>
                <span className="grid gap-0.5">
                  <span className="flex items-center gap-2 text-lg font-medium">
                    {text(title)}
                    <ArrowRight
                      aria-hidden="true"
                      className="size-4 text-jade transition-transform group-hover:translate-x-1"
                    />
                  </span>
                  <span className="text-muted">{text(help)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <Totals />
      <WellMeasured />
      <Section title={text('market.how')}>
        <ol className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
          {STEPS.map((step) => (
            <li key={step} className="grid content-start gap-2 border-t-2 border-ink/80 pt-4">
              <span aria-hidden="true" className="numbers font-display text-sm text-muted">
                {step}
              </span>
              <h3 className="text-lg font-medium">{text(`market.how${step}`)}</h3>
              <p className="text-muted">{text(`market.how${step}Text`)}</p>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}

function WellMeasured() {
  const text = useText(marketMessages);
  const { query, hasPrices } = useMarket();
  return (
    <Section
      title={text('market.wellMeasured')}
      actions={
        <Link to="/market" className="inline-flex min-h-11 items-center gap-1.5 font-medium text-jade hover:underline">
          {text('market.all')}
          <ArrowRight aria-hidden="true" className="size-4" />
        </Link>
      }
    >
      <QueryView query={query} skeleton={<CardsSkeleton cards={SHOWN} />}>
        {(items) => (
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {findItems(items, {})
              .slice(0, SHOWN)
              .map((item) => (
                <li key={item.number} className="grid">
                  <CommodityCard item={item} hasPrices={hasPrices} />
                </li>
              ))}
          </ul>
        )}
      </QueryView>
    </Section>
  );
}
