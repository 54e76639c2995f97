import { Link } from '@tanstack/react-router';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { ConfidenceMeter } from '../../shared/ui/confidence-meter.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Grade, Seal } from '../../shared/ui/seal.tsx';
import type { MarketItem } from './market-item.ts';
import { marketMessages } from './messages.ts';

/** A commodity at a glance. The whole card leads to its page. */
export function CommodityCard({ item, hasPrices }: { item: MarketItem; hasPrices: boolean }) {
  const text = useText(marketMessages);
  const localized = useLocalized();
  const name = item.name ? localized(item.name) : text('market.unnamed', { number: String(item.number) });
  return (
    <article className="group relative isolate flex flex-col gap-4 overflow-hidden rounded-2xl border border-line bg-surface p-5 shadow-card transition-colors hover:border-line-strong">
      <Glyph model={item.model.name?.['zh-Hans']} />
      <header className="grid gap-1">
        <p className="flex justify-between gap-3 text-sm text-muted">
          <span className="truncate">
            {[item.brand, item.origin]
              .map((one) => one && localized(one))
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        <h3 className="font-display text-lg font-semibold">
          <Link
            to="/commodities/$number"
            data-tour="market-item"
            params={{ number: String(item.number) }}
            className="outline-none after:absolute after:inset-0 after:rounded-2xl focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-jade"
          >
            {name}
          </Link>
        </h3>
      </header>
      <div className="flex items-end justify-between gap-3">
        <Seal kind={item.standing} />
        {item.gradeBps !== null && <Grade bps={item.gradeBps} />}
      </div>
      <footer className="mt-auto flex items-center justify-between gap-3 border-t border-line pt-3">
        {/* That something new has no reports goes without saying. */}
        {item.reports > 0 && (
          <ConfidenceMeter reports={item.reports} effectiveReports={item.effectiveReports} compact />
        )}
        <span className="ml-auto text-right">
          {item.offer ? (
            <strong className="font-semibold">
              <Money amount={item.offer.unitPrice} />
            </strong>
          ) : (
            hasPrices && <span className="text-sm text-muted">{text('market.notOnSale')}</span>
          )}
        </span>
      </footer>
    </article>
  );
}

/** The kind of good as one large character, the last of its Chinese name: 米, 茶, 蜜, 油. */
function Glyph({ model = '' }: { model?: string | undefined }) {
  return (
    <span
      aria-hidden="true"
      lang="zh-Hans"
      className="pointer-events-none absolute -top-5 -right-2 -z-10 font-display text-[7rem] leading-none text-ink/4 transition-colors select-none group-hover:text-seal/10"
    >
      {model.replace(/[（(].*$/, '').slice(-1)}
    </span>
  );
}
