import { Link, useParams } from '@tanstack/react-router';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { Seal } from '../../shared/ui/seal.tsx';
import { SkeletonLines } from '../../shared/ui/skeleton.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { commoditiesMessages } from './messages.ts';
import { BondPanel } from './own/bond-panel.tsx';
import { STANDING_SEALS } from './own/commodity-card.tsx';
import { EndPanel } from './own/end-panel.tsx';
import { lotRow } from './own/lot-row.ts';
import { LotsTable } from './own/lots-table.tsx';
import { OwnCommodity, type OwnCommodityData } from './own/own-commodity.tsx';
import { TermsPanel } from './own/terms-panel.tsx';
import { useCommodityName } from './own/use-commodity-name.ts';
import { useListings } from './own/use-priced-lots.ts';

/** Everything a producer can do about one commodity. */
export function OwnCommodityPage() {
  const { number } = useParams({ from: '/produce/commodities/$number' });
  return <OwnCommodity number={number}>{(data) => <Found {...data} />}</OwnCommodity>;
}

function Found({ commodity, protocol }: OwnCommodityData) {
  const text = useText(commoditiesMessages);
  const { clock } = useAppConfig();
  const now = useNow();
  const listings = useListings(commodity.number);
  const { lots, retired } = commodity;
  const name = useCommodityName(commodity);
  const number = String(commodity.number);
  const priced = listings && new Set(listings.keys());
  return (
    <Page
      title={name ?? text('produce.unnamed', { number })}
      actions={
        <>
          <Link to="/commodities/$number" params={{ number }} className={buttonClass('secondary')}>
            {text('produce.twin')}
          </Link>
          {!retired && (
            <Link
              to="/produce/commodities/$number/offer"
              params={{ number }}
              data-tour="offer-lot"
              className={buttonClass('primary')}
            >
              {text('produce.offer')}
            </Link>
          )}
        </>
      }
    >
      <p className="-mt-4 flex flex-wrap items-center gap-3">
        <Seal kind={STANDING_SEALS[commodity.standing]} />
        {commodity.gtin && <Badge>GTIN {commodity.gtin}</Badge>}
        {retired && <Badge tone="amber">{text('produce.retired')}</Badge>}
      </p>
      <Section title={text('produce.lots')}>
        {lots.length === 0 ? (
          <EmptyState title={text('produce.lotsNone')} />
        ) : now === undefined ? (
          <SkeletonLines />
        ) : (
          <LotsTable rows={lots.map((lot) => lotRow(lot, clock, now, priced))} />
        )}
        <p className="text-sm text-muted">{text('produce.earnedHelp')}</p>
      </Section>
      <BondPanel commodity={commodity} protocol={protocol} />
      {!retired && <TermsPanel commodity={commodity} protocol={protocol} />}
      <History changes={commodity.changes} />
      <EndPanel commodity={commodity} />
    </Page>
  );
}

function History({ changes }: Pick<OwnCommodityData['commodity'], 'changes'>) {
  const text = useText(commoditiesMessages);
  const format = useFormat();
  return (
    <Section title={text('produce.history')}>
      <DataTable
        caption={text('produce.history')}
        rows={changes}
        rowKey={({ id }) => id}
        columns={[
          { key: 'when', label: text('produce.when'), cell: ({ timestamp }) => <Timestamp at={timestamp} /> },
          { key: 'what', label: text('produce.what'), cell: ({ kind }) => text(`produce.change.${kind}`) },
          {
            key: 'fee',
            label: text('produce.fee'),
            numeric: true,
            cell: ({ feeBps }) => (feeBps === null ? '' : format.bps(feeBps)),
          },
          {
            key: 'commission',
            label: text('produce.commission'),
            numeric: true,
            cell: ({ commissionBps }) => (commissionBps === null ? '' : format.bps(commissionBps)),
          },
          {
            key: 'bond',
            label: text('produce.bond'),
            numeric: true,
            cell: ({ bond }) => (bond === null ? '' : <Money amount={bond} />),
          },
        ]}
      />
    </Section>
  );
}
