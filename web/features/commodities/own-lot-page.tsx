import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { lotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import type { SealedLotQuery } from '../../generated/graphql.ts';
import { lotPhase } from '../../shared/chain/lot-phase.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { Seal } from '../../shared/ui/seal.tsx';
import { SkeletonLines } from '../../shared/ui/skeleton.tsx';
import { sealedLotQuery } from './commodities-queries.ts';
import { commoditiesMessages } from './messages.ts';
import { LOT_SEALS } from './own/lots-table.tsx';
import { Owned } from './own/own-commodity.tsx';
import { PricePanel } from './own/price-panel.tsx';
import { SealPanel } from './own/seal-panel.tsx';

const LAST = 0xffff_ffff;

/** What the producer of a lot does with it: price and seal. */
export function OwnLotPage() {
  const text = useText(commoditiesMessages);
  const { number: given } = useParams({ from: '/produce/lots/$number' });
  const exists = /^\d{1,10}$/.test(given) && Number(given) <= LAST;
  const query = useSubgraph(sealedLotQuery, { id: entityId(exists ? Number(given) : 0) }, { enabled: exists });
  const back = (
    <Link to="/produce" className={buttonClass()}>
      {text('produce.back')}
    </Link>
  );
  if (!exists || (query.data && !query.data.lot)) {
    return (
      <Page title={text('produce.title')}>
        <EmptyState title={text('produce.notFound')} action={back}>
          {text('produce.notFoundHelp')}
        </EmptyState>
      </Page>
    );
  }
  const lot = query.data?.lot;
  const frame = (content: ReactNode) => <Page title={text('produce.title')}>{content}</Page>;
  if (!lot)
    return frame(
      <QueryView query={query} skeleton={<SkeletonLines lines={8} />}>
        {() => null}
      </QueryView>,
    );
  return (
    <Owned
      producer={lot.producer.id}
      frame={frame}
      otherwise={frame(
        <EmptyState
          title={text('produce.notYours')}
          action={
            <Link to="/lots/$number" params={{ number: given }} className={buttonClass()}>
              {text('produce.twin')}
            </Link>
          }
        >
          {text('produce.notYoursHelp')}
        </EmptyState>,
      )}
    >
      {() => <Found lot={lot} />}
    </Owned>
  );
}

function Found({ lot }: { lot: NonNullable<SealedLotQuery['lot']> }) {
  const text = useText(commoditiesMessages);
  const localized = useLocalized();
  const format = useFormat();
  const { clock } = useAppConfig();
  const now = useNow();
  const schedule = lotSchedule(clock, lot.startEpoch, lot.epochs);
  const { document, number } = lot.commodity;
  return (
    <Page
      title={text('produce.lotTitle', { lot: lot.lotCode })}
      intro={
        document
          ? localized({ 'zh-Hans': document.nameZh, en: document.nameEn })
          : text('produce.unnamed', { number: String(number) })
      }
      actions={
        <>
          <Link
            to="/produce/commodities/$number"
            params={{ number: String(number) }}
            className={buttonClass('secondary')}
          >
            {text('produce.open')}
          </Link>
          <Link to="/lots/$number" params={{ number: String(lot.number) }} className={buttonClass('secondary')}>
            {text('produce.twin')}
          </Link>
        </>
      }
    >
      <p className="-mt-4 flex flex-wrap items-center gap-3">
        <Seal kind={LOT_SEALS[lot.state]} />
        {now !== undefined && <Badge>{text(`produce.phase.${lotPhase(schedule, now).phase}`)}</Badge>}
        <span className="text-muted">
          {text('produce.saleWindow')}: {format.date(schedule.saleFrom)} – {format.date(schedule.saleUntil)}
        </span>
      </p>
      {now === undefined ? (
        <SkeletonLines lines={8} />
      ) : (
        <>
          <SealPanel lot={lot} schedule={schedule} now={now} />
          <PricePanel lotNumber={lot.number} isOver={now >= schedule.saleUntil} />
        </>
      )}
    </Page>
  );
}
