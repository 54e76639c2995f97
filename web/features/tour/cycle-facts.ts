import type { LotSchedule } from '../../../protocol/clock/lot-schedule.ts';
import type { TourProgress } from './tour-progress.ts';
import type { TourFacts } from './tour-steps.ts';

/** What index, relay and clock say of the visitor's cycle. */
export interface Cycle {
  readonly lot:
    | {
        readonly number: number;
        readonly unsealed: boolean;
        readonly round: { readonly state: string; readonly closed: boolean };
      }
    | undefined;
  /** The platform sells it at a price. */
  readonly isPriced: boolean;
  readonly schedule: LotSchedule | undefined;
  readonly isExperiencer: boolean;
  /** State of his order of the lot; undefined: none, or not signed in. */
  readonly order: { readonly isPaid: boolean; readonly isPosted: boolean } | undefined;
  /** State of his report on the lot. */
  readonly report: 'COMMITTED' | 'REVEALED' | 'SCORED' | 'CLAIMED' | undefined;
  /** Chain time, Unix seconds. */
  readonly now: number;
}

const ENDED = ['FINAL', 'UNPROVEN', 'VOIDED'];

/** Facts of the tour. What comes later proves what came before, so that a session that has ended does not set the tour back. */
export function cycleFacts({ sawTwin, sawMoney, paidLot, settledLot }: TourProgress, cycle: Cycle): TourFacts {
  const { lot, isPriced, schedule, isExperiencer, order, report, now } = cycle;
  const committed = report !== undefined;
  const isRevealOver = schedule !== undefined && now >= schedule.revealUntil;
  const isLot = (number: number | null) => lot !== undefined && number === lot.number;
  const isEnded = lot !== undefined && ENDED.includes(lot.round.state);
  return {
    sawTwin,
    lotOffered: lot !== undefined && (committed || isPriced || (schedule !== undefined && now >= schedule.saleUntil)),
    isExperiencer,
    bought: committed || order?.isPaid === true || isLot(paidLot),
    settled: committed || order?.isPosted === true || isLot(settledLot),
    committed,
    closing: schedule !== undefined && now >= schedule.revealFrom,
    unsealed: lot?.unsealed === true || isRevealOver,
    revealed: (report !== undefined && report !== 'COMMITTED') || isRevealOver,
    // Only a round that found something, or a voided one, has a prize to close.
    judged: isEnded && (lot.round.closed || lot.round.state === 'UNPROVEN'),
    claimed: report === 'CLAIMED',
    sawMoney,
  };
}

/** The time for reports is over without one: the tour cannot go on with this lot. */
export function isStuck(facts: TourFacts): boolean {
  return facts.closing && !facts.committed;
}
