import { lotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import type { Listing } from '../../../relay/api/catalogue.ts';
import type { Orders } from '../../../relay/api/orders.ts';
import type { DemoAccount } from '../../app/config.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { communeKey } from '../../shared/config/commune-key.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useRelayQuery } from '../../shared/relay/use-relay-query.ts';
import { useSubgraph } from '../../shared/subgraph/use-subgraph.ts';
import { useAccount } from '../../shared/wallet/use-account.ts';
import type { Cycle } from './cycle-facts.ts';
import { findOwnLot } from './tour-lot.ts';
import { tourQuery } from './tour-queries.ts';

const UNPAID = ['Created', 'AwaitingPayment', 'Cancelled', 'Expired', 'Refunded'];
const WATCH_MS = 2_000;

/** The visitor's cycle as chain, index and relay see it now. */
export function useCycle(producer: DemoAccount, visitor: DemoAccount, firstLot: number) {
  const config = useAppConfig();
  const now = useNow() ?? 0;
  const isVisitor = useAccount()?.address === visitor.address;
  const variables = { producer: producer.address.toLowerCase(), visitor: visitor.address.toLowerCase(), firstLot };
  const { data } = useSubgraph(tourQuery, variables);
  const orders = useRelayQuery<Orders>('/orders?limit=50', {
    session: true,
    enabled: isVisitor,
    refetchInterval: WATCH_MS,
  });
  const lot = findOwnLot(data?.lots ?? [], communeKey(config), producer.address);
  const listing = useRelayQuery<Listing>(`/catalogue/${lot?.number ?? 0}`, {
    enabled: lot !== undefined,
    refetchInterval: (lot && WATCH_MS) ?? false,
  });
  const experiencer = data?.account?.experiencer;
  const own = (orders.data?.orders ?? []).filter((order) => order.lotId === lot?.number);
  const paid = own.find(({ state }) => !UNPAID.includes(state));
  const posted = own.find(({ statement }) => statement && statement.status !== 'planned');
  const cycle: Cycle = {
    lot,
    isPriced: listing.data !== undefined && listing.data.unitPrice !== '0',
    schedule: lot && lotSchedule(config.clock, lot.startEpoch, lot.epochs),
    isExperiencer: Boolean(experiencer),
    order: lot && { isPaid: paid !== undefined, isPosted: posted !== undefined },
    report: experiencer?.reports.find((report) => report.lot.number === lot?.number)?.state,
    now,
  };
  return {
    cycle,
    lot,
    /** Commodity that the tour's producer offers a lot of. */
    commodityNumber: data?.commodities[0]?.number,
    lotCount: data?.protocol?.lots,
    /** Epoch in which the purchase is settled. */
    moneyEpoch: posted?.statement?.epoch ?? lot?.startEpoch,
    isLoaded: data !== undefined,
  };
}
