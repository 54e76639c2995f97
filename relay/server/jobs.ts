import { forgetKeys } from '../idempotency/forget-keys.ts';
import type { Job } from '../jobs/job.ts';
import { carryOrders } from '../orders/courier.ts';
import { expireOrders } from '../orders/end-order.ts';
import { settleOrders } from '../orders/settle-orders.ts';
import { reconcile } from '../payments/reconcile.ts';
import { runRefunds } from '../payments/run-refunds.ts';
import { followTransfers } from '../payments/stablecoin/follow-transfers.ts';
import { workInbox } from '../payments/take-in.ts';
import { deliverWebhooks, webhooksUnderWay } from '../payments/test/deliver-webhooks.ts';
import { signPending } from '../receipts/sign-pending.ts';
import { forgetClicks } from '../referrals/record-click.ts';
import type { Relay } from '../relay.ts';
import { forgetExpired } from '../sessions/sign-in.ts';

/** What is old may lie for a while (milliseconds). */
const SWEEP_MS = 60_000;

/** What the domains do by themselves, in the order in which one tick does it; chain, statements and keeper add theirs around it. */
export function domainJobs(relay: Relay): readonly Job[] {
  const { local } = relay.config;
  return [
    ...(local
      ? [{ name: 'test-provider', run: () => deliverWebhooks(relay), underWay: () => webhooksUnderWay(relay) }]
      : []),
    { name: 'stablecoin-transfers', run: () => followTransfers(relay) },
    { name: 'payment-events', run: () => workInbox(relay) },
    { name: 'expire-orders', run: (now) => expireOrders(relay, now) },
    { name: 'refunds', run: () => runRefunds(relay) },
    { name: 'reconcile', run: () => reconcile(relay) },
    ...(local ? [{ name: 'courier', run: () => carryOrders(relay) }] : []),
    { name: 'settle-orders', run: (now) => settleOrders(relay, now) },
    { name: 'sign-receipts', run: (now) => signPending(relay, now) },
    { name: 'sweep', run: (now) => sweep(relay, now) },
  ];
}

const sweptAt = new WeakMap<Relay, number>();

/** Removes what is of no use any more, now and then. Nobody waits for it, so it counts as nothing done. */
async function sweep(relay: Relay, now: number): Promise<number> {
  if (Date.now() - (sweptAt.get(relay) ?? 0) < SWEEP_MS) return 0;
  sweptAt.set(relay, Date.now());
  await forgetExpired(relay);
  await forgetKeys(relay);
  await forgetClicks(relay, now);
  return 0;
}
