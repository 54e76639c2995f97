import { Gauge } from 'prom-client';
import { openCases } from '../cases/open-cases.ts';
import { unanswerableCases } from '../cases/tables.ts';
import { isUrgent } from '../cases/urgency.ts';
import { chainTime } from '../chain/chain-head.ts';
import type { Relay } from '../relay.ts';
import { waitingOrders } from './platform-problems.ts';
import { platformState } from './platform-state.ts';

/** What stands behind the platform's word and who waits for an answer, asked when they are read. */
export function servePlatformMetrics(relay: Relay): void {
  const registers = [relay.metrics];
  new Gauge({
    name: 'relay_platform_bond',
    help: 'Bond, what of it covers new orders, and what statements over them need, in the smallest unit of the settlement asset',
    labelNames: ['what'],
    registers,
    async collect() {
      const state = await platformState(relay).catch(() => null);
      this.set({ what: 'bond' }, Number(state?.bond ?? Number.NaN));
      this.set({ what: 'cover' }, Number(state?.cover ?? Number.NaN));
      this.set({ what: 'required' }, Number(state?.required ?? Number.NaN));
    },
  });
  new Gauge({
    name: 'relay_open_cases',
    help: 'Cases against this platform that are neither answered nor slashed; urgent: less than a quarter of their time is left',
    labelNames: ['what'],
    registers,
    async collect() {
      const { cases, urgent, unanswerable } = await countCases(relay).catch(() => NOTHING_KNOWN);
      this.set({ what: 'open' }, cases);
      this.set({ what: 'urgent' }, urgent);
      this.set({ what: 'unanswerable' }, unanswerable);
    },
  });
  new Gauge({
    name: 'relay_case_deadline_seconds',
    help: 'Seconds of the chain until the next deadline of a case against this platform; +Inf when nobody waits',
    registers,
    async collect() {
      this.set((await countCases(relay).catch(() => NOTHING_KNOWN)).left);
    },
  });
  new Gauge({
    name: 'relay_orders_without_receipt',
    help: 'Completed orders whose receipt is not signed yet',
    registers,
    async collect() {
      const waiting = chainTime(relay.db).then((now) => waitingOrders(relay, now));
      this.set(await waiting.catch(() => Number.NaN));
    },
  });
}

const NOTHING_KNOWN = { cases: Number.NaN, urgent: Number.NaN, unanswerable: Number.NaN, left: Number.NaN };

async function countCases({ db, chain }: Relay) {
  const now = await chainTime(db);
  const cases = await openCases(db, chain.platformId);
  const noted = await db.select().from(unanswerableCases);
  return {
    cases: cases.length,
    urgent: cases.filter((opened) => isUrgent(chain.clock, opened, now)).length,
    unanswerable: noted.length,
    left: Math.min(...cases.map(({ deadline }) => deadline - now)),
  };
}
