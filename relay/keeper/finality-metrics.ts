import { Gauge } from 'prom-client';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { termOf } from '../../protocol/clock/term.ts';
import { chainTime } from '../chain/chain-head.ts';
import type { CourtDispute } from '../court/disputes.ts';
import type { CaseStage } from '../disputes/open-cases.ts';
import { acceptedOutcome } from '../elections/accepted-outcome.ts';
import type { Relay } from '../relay.ts';
import { courtDisputes, latestRound } from './court-duties.ts';
import { disputeCases } from './dispute-duties.ts';
import { dutiesSetAside } from './keeper-jobs.ts';
import { nextTerm } from './reward-duties.ts';

const STAGES: readonly CaseStage[] = ['collecting', 'pending', 'ruled'];
const WAITS_FOR = ['arming', 'drawing', 'votes', 'ending'] as const;

/** Where elections, court and disputes stand, asked when they are read. */
export function serveFinalityMetrics(relay: Relay): void {
  const registers = [relay.metrics];
  new Gauge({
    name: 'relay_keeper_duties_set_aside',
    help: 'Duties of the keeper that could not be done at their last try',
    registers,
    collect() {
      this.set(dutiesSetAside(relay).length);
    },
  });
  new Gauge({
    name: 'relay_election_queued_winners',
    help: 'Winners of the best solution for the next term; 0 as long as there is none',
    registers,
    async collect() {
      const queued = currentTerm(relay).then((term) => acceptedOutcome(relay.db, term + 1));
      this.set(await queued.then((outcome) => outcome?.winners ?? 0).catch(() => Number.NaN));
    },
  });
  new Gauge({
    name: 'relay_terms_not_closed',
    help: 'Terms that are over and whose rewards are not shared out',
    registers,
    async collect() {
      const behind = Promise.all([currentTerm(relay), nextTerm(relay)]).then(([term, next]) =>
        Math.max(0, term - next),
      );
      this.set(await behind.catch(() => Number.NaN));
    },
  });
  new Gauge({
    name: 'relay_dispute_cases',
    help: 'Cases of the commune that are not over',
    labelNames: ['stage'],
    registers,
    async collect() {
      const cases = await disputeCases(relay).catch(() => null);
      for (const stage of STAGES) {
        this.set({ stage }, cases?.filter((one) => one.stage === stage).length ?? Number.NaN);
      }
    },
  });
  new Gauge({
    name: 'relay_court_disputes',
    help: 'Disputes before the court that are not over, by what they wait for',
    labelNames: ['waits_for'],
    registers,
    async collect() {
      const disputes = await courtDisputes(relay).catch(() => null);
      for (const step of WAITS_FOR) {
        this.set({ waits_for: step }, disputes?.filter((one) => waitsFor(one) === step).length ?? Number.NaN);
      }
    },
  });
}

async function currentTerm({ chain, db }: Relay): Promise<number> {
  return termOf(epochAt(chain.clock, await chainTime(db)));
}

/** Votes and the time for appeals are one here: nobody but jurors and appellants has a part in either. */
function waitsFor(dispute: CourtDispute): (typeof WAITS_FOR)[number] {
  const { seedBlock, jury, isVoid } = latestRound(dispute);
  if (isVoid || dispute.rounds.some(({ isSettled }) => isSettled) || dispute.isExecuted) return 'ending';
  if (seedBlock === null) return 'arming';
  return jury === null ? 'drawing' : 'votes';
}
