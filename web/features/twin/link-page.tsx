import { getRouteApi, Navigate } from '@tanstack/react-router';
import { normalizeGtin } from '../../../protocol/identity/normalize-gtin.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { twinMessages } from './messages.ts';
import { NotThere } from './not-there.tsx';
import { commodityByGtinQuery, lotByLinkQuery } from './twin-query.ts';
import { TwinSkeleton } from './twin-skeleton.tsx';

const lotRoute = getRouteApi('/01/$gtin/10/$lot');
const gtinRoute = getRouteApi('/01/$gtin');
const plainRoute = getRouteApi('/p/$chainId/$commodityId');

/** Where the QR code of a lot leads. */
export function LotLinkPage() {
  const text = useText(twinMessages);
  const { gtin, lot } = lotRoute.useParams();
  const known = readGtin(gtin);
  const query = useSubgraph(lotByLinkQuery, { gtin: known ?? '', lotCode: lot }, { enabled: known !== null });
  if (known === null) return <UnknownLink />;
  return (
    <QueryView query={query} title={text('twin.lot', { code: lot })} skeleton={<TwinSkeleton />}>
      {({ lots: [found] }) =>
        found ? <Navigate to="/lots/$number" params={{ number: String(found.number) }} replace /> : <UnknownLink />
      }
    </QueryView>
  );
}

/** Where a GTIN alone leads: to the newest commodity that has it. */
export function GtinLinkPage() {
  const { gtin } = gtinRoute.useParams();
  const known = readGtin(gtin);
  const query = useSubgraph(commodityByGtinQuery, { gtin: known ?? '' }, { enabled: known !== null });
  if (known === null) return <UnknownLink />;
  return (
    <QueryView query={query} title={`GTIN ${gtin}`} skeleton={<TwinSkeleton />}>
      {({ commodities: [found] }) =>
        found ? (
          <Navigate to="/commodities/$number" params={{ number: String(found.number) }} replace />
        ) : (
          <UnknownLink />
        )
      }
    </QueryView>
  );
}

/** Where the QR code of a good without GTIN leads. */
export function CommodityLinkPage() {
  const text = useText(twinMessages);
  const { chain } = useAppConfig();
  const { chainId, commodityId } = plainRoute.useParams();
  if (chainId !== String(chain.id)) {
    return <NotThere title={text('twin.otherChain', { chain: chainId })} help={text('twin.otherChainHelp')} />;
  }
  return <Navigate to="/commodities/$number" params={{ number: commodityId }} replace />;
}

function UnknownLink() {
  const text = useText(twinMessages);
  return <NotThere title={text('twin.notFoundLink')} help={text('twin.notFoundLinkHelp')} />;
}

function readGtin(gtin: string): string | null {
  try {
    return normalizeGtin(gtin);
  } catch {
    return null;
  }
}
