import type { EpochClock } from '../../../../protocol/clock/epoch-clock.ts';
import { epochStart } from '../../../../protocol/clock/epoch-start.ts';
import { lotSchedule } from '../../../../protocol/clock/lot-schedule.ts';
import type { Order } from '../../../../relay/api/orders.ts';
import type { DeskLot, DeskReport } from './desk-lots.ts';
import { purchaseState } from './purchase-state.ts';
import { type ReportSituation, reportStep, type StepNow } from './report-step.ts';

/** A lot on the desk: bought, reported on, or both. */
export interface DeskEntry extends StepNow {
  readonly lot: DeskLot;
  readonly report: DeskReport | null;
}

const REPORT_STATES = { COMMITTED: 'Committed', REVEALED: 'Revealed', SCORED: 'Scored', CLAIMED: 'Claimed' } as const;
const ROUND_STATES = {
  OPEN: 'Open',
  TALLIED: 'Tallied',
  FINAL: 'Final',
  UNPROVEN: 'Unproven',
  VOIDED: 'Voided',
} as const;

/** The purchase that is furthest: of several orders of a lot one is enough. */
const RANK = ['posted', 'unposted', 'unsettled', 'ended'] as const;

type Purchase = Pick<Order, 'lotId' | 'state' | 'statement'>;

/** How far the best of an account's purchases of a lot is; null: it has none. */
export function bestPurchase(lotId: number, orders: readonly Purchase[]): ReportSituation['purchase'] {
  const states = orders.filter((order) => order.lotId === lotId).map(purchaseState);
  return RANK.find((state) => states.includes(state)) ?? null;
}

/** The desk: every lot that was bought or reported on, the most urgent first. */
export function deskEntries(
  clock: EpochClock,
  now: number,
  known: {
    readonly lots: readonly DeskLot[];
    readonly reports: readonly DeskReport[];
    readonly orders: readonly Purchase[];
  },
): DeskEntry[] {
  const reports = new Map(known.reports.map((report) => [report.lot.number, report]));
  const lots = new Map([...known.lots, ...known.reports.map(({ lot }) => lot)].map((lot) => [lot.number, lot]));
  const entries = [...lots.values()].map((lot): DeskEntry => {
    const report = reports.get(lot.number) ?? null;
    const situation: ReportSituation = {
      purchase: bestPurchase(lot.number, known.orders),
      schedule: scheduleOf(clock, lot),
      report: report ? REPORT_STATES[report.state] : 'None',
      round: ROUND_STATES[lot.round?.state ?? 'OPEN'],
      isClosed: lot.round?.closed ?? false,
      isDisputed: lot.round?.disputed ?? false,
    };
    return { lot, report, ...reportStep(situation, now) };
  });
  return entries.sort(
    (a, b) =>
      Number(b.isUrgent) - Number(a.isUrgent) ||
      Number(b.canAct) - Number(a.canAct) ||
      (a.until ?? Number.POSITIVE_INFINITY) - (b.until ?? Number.POSITIVE_INFINITY) ||
      b.lot.number - a.lot.number,
  );
}

/** The lot's schedule, scored when a ruling says so. */
function scheduleOf(clock: EpochClock, { startEpoch, epochs, round }: DeskLot) {
  const schedule = lotSchedule(clock, startEpoch, epochs);
  const scoringEpoch = round?.scoringEpoch ?? schedule.scoringEpoch;
  if (scoringEpoch === schedule.scoringEpoch) return schedule;
  const [scoreFrom, scoreUntil] = [epochStart(clock, scoringEpoch), epochStart(clock, scoringEpoch + 1)];
  return { ...schedule, scoringEpoch, scoreFrom, scoreUntil, claimFrom: scoreUntil };
}

/** Steps after which nothing happens any more. */
export function isPast({ step }: Pick<DeskEntry, 'step'>): boolean {
  return step === 'done' || step === 'missed' || step === 'withdrawn';
}
