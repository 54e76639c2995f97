import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { AboutLot } from './about-lot.tsx';
import { BuyLink } from './buy-link.tsx';
import { commodityText } from './commodity-text.ts';
import { LotDisputes } from './lot-disputes.tsx';
import { twinMessages } from './messages.ts';
import { NotThere } from './not-there.tsx';
import { parameterViews } from './parameter-view.ts';
import { ParametersSection } from './parameters-section.tsx';
import { ReportList } from './report-list.tsx';
import { SharePanel } from './share-panel.tsx';
import { Timeline } from './timeline.tsx';
import { twinCredential, twinJson } from './twin-export.ts';
import { twinLink } from './twin-link.ts';
import { lotQuery, type TwinLot } from './twin-query.ts';
import { TwinSkeleton } from './twin-skeleton.tsx';
import { useLotPhase } from './use-lot-phase.ts';
import { Verdict } from './verdict.tsx';

const route = getRouteApi('/lots/$number');

/** The digital twin of a lot. */
export function LotPage() {
  const text = useText(twinMessages);
  const { number } = route.useParams();
  const isNumber = /^\d{1,10}$/.test(number);
  const query = useSubgraph(lotQuery, { id: entityId(isNumber ? Number(number) : 0) }, { enabled: isNumber });
  if (!isNumber || query.data?.lot === null) return <NotThere title={text('twin.notFoundLot', { number })} />;
  return (
    <QueryView query={query} title={text('twin.lot', { code: number })} skeleton={<TwinSkeleton />}>
      {({ lot }) => lot && <Twin lot={lot} />}
    </QueryView>
  );
}

function Twin({ lot }: { lot: TwinLot }) {
  const text = useText(twinMessages);
  const localized = useLocalized();
  const parameters = useMemo(() => parameterViews(lot), [lot]);
  const document = lot.commodity.document && commodityText(lot.commodity.document);
  const name = document ? localized(document.name) : text('twin.commodity', { number: String(lot.commodity.number) });
  const reasons = useReasons(lot);
  return (
    <Page
      title={name}
      intro={
        <Link
          to="/commodities/$number"
          params={{ number: String(lot.commodity.number) }}
          className="underline-offset-4 hover:text-jade hover:underline"
        >
          {text('twin.lot', { code: lot.lotCode })}
        </Link>
      }
      actions={<BuyLink lot={lot.number} lotCode={lot.lotCode} />}
    >
      <Verdict lot={lot} />
      {lot.state === 'OFFERED' && <Timeline lot={lot} />}
      <ParametersSection parameters={parameters} modelCid={lot.revision.documentCid} {...reasons} />
      <ReportList lot={lot} parameters={parameters} />
      <LotDisputes lot={lot} />
      <AboutLot lot={lot} />
      <Share lot={lot} />
    </Page>
  );
}

/** Why values are missing, for every parameter alike. */
function useReasons(lot: TwinLot) {
  const text = useText(twinMessages);
  const format = useFormat();
  const { schedule } = useLotPhase(lot);
  const { revealFrom, revealUntil } = schedule;
  const isOpen = lot.state === 'OFFERED';
  return {
    whyNot:
      lot.state === 'TRUSTED' || lot.state === 'FLAGGED'
        ? text('twin.notMeasured')
        : text(`twin.why.${lot.state === 'SUSPENDED' && lot.condemned ? 'condemned' : lot.state}`, {
            reports: lot.reports,
            date: format.dateTime(revealFrom),
          }),
    notMeasured: text(isOpen ? 'twin.valueNotYet' : 'twin.notMeasured'),
    aboutSeal: isOpen
      ? text('twin.sealedUntil', { from: format.dateTime(revealFrom), until: format.dateTime(revealUntil) })
      : text('twin.neverOpened'),
  };
}

function Share({ lot }: { lot: TwinLot }) {
  const text = useText(twinMessages);
  const { chain, contracts } = useAppConfig();
  const now = useNow();
  const { gtin, number } = lot.commodity;
  const link = twinLink(window.location.origin, { chainId: chain.id, commodityId: number, gtin }, lot.lotCode);
  const place = {
    chainId: chain.id,
    commodities: contracts.commodities,
    evaluations: contracts.evaluations,
    link,
    at: now ?? Number(lot.offeredAt),
  };
  const views = () => parameterViews(lot);
  return (
    <SharePanel
      link={link}
      linkName={text(gtin ? 'twin.link' : 'twin.linkPlain')}
      what={text('twin.qrOf')}
      exports={[
        { name: text('twin.exportJson'), file: `lot-${lot.number}.json`, make: () => twinJson(lot, views(), place) },
        {
          name: text('twin.exportVc'),
          file: `lot-${lot.number}.vc.json`,
          make: () => twinCredential(lot, views(), place),
        },
      ]}
    />
  );
}
