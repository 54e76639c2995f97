import { getRouteApi } from '@tanstack/react-router';
import { commodityLink } from '../../../protocol/identity/commodity-link.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { entityId } from '../../shared/subgraph/entity-id.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { Page } from '../../shared/ui/page.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { AboutCommodity } from './about-commodity.tsx';
import { commodityText } from './commodity-text.ts';
import { LotTable } from './lot-table.tsx';
import { twinMessages } from './messages.ts';
import { NotThere } from './not-there.tsx';
import { OffersPanel } from './offers-panel.tsx';
import { SeriesSection } from './series-section.tsx';
import { SharePanel } from './share-panel.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { commodityQuery, type TwinCommodity } from './twin-query.ts';
import { TwinSkeleton } from './twin-skeleton.tsx';

const route = getRouteApi('/commodities/$number');

/** A commodity: its standing, what is on sale, and the record of its lots. */
export function CommodityPage() {
  const text = useText(twinMessages);
  const { number } = route.useParams();
  const isNumber = /^\d{1,10}$/.test(number);
  const query = useSubgraph(commodityQuery, { id: entityId(isNumber ? Number(number) : 0) }, { enabled: isNumber });
  if (!isNumber || query.data?.commodity === null)
    return <NotThere title={text('twin.notFoundCommodity', { number })} />;
  return (
    <QueryView query={query} title={text('twin.commodity', { number })} skeleton={<TwinSkeleton />}>
      {({ commodity }) => commodity && <Record commodity={commodity} />}
    </QueryView>
  );
}

function Record({ commodity }: { commodity: TwinCommodity }) {
  const text = useText(twinMessages);
  const localized = useLocalized();
  const { chain } = useAppConfig();
  const document = commodity.document && commodityText(commodity.document);
  return (
    <Page
      title={document ? localized(document.name) : text('twin.commodity', { number: String(commodity.number) })}
      intro={document && localized(document.description)}
    >
      {commodity.retired && <Notice>{text('twin.retired')}</Notice>}
      <StandingPanel commodity={commodity} />
      <OffersPanel commodityId={commodity.number} />
      <SeriesSection findings={commodity.findings} />
      <LotTable lots={commodity.lots} />
      <AboutCommodity commodity={commodity} />
      <SharePanel
        link={commodityLink(window.location.origin, chain.id, commodity.number)}
        linkName={text('twin.linkPlain')}
        what={text('twin.qrOfCommodity')}
      />
    </Page>
  );
}
