import type { Order } from '../../../../relay/api/orders.ts';
import type { ReportSituation } from './report-step.ts';

/** How far a purchase is on its way to the chain. */
export function purchaseState({ state, statement }: Pick<Order, 'state' | 'statement'>): ReportSituation['purchase'] {
  if (state === 'Cancelled' || state === 'Refunded' || state === 'Expired') return 'ended';
  if (state !== 'Settled') return 'unsettled';
  return statement && statement.status !== 'planned' ? 'posted' : 'unposted';
}
