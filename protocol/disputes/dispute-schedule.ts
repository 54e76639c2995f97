import { epochAt } from '../clock/epoch-at.ts';
import type { EpochClock } from '../clock/epoch-clock.ts';
import { epochStart } from '../clock/epoch-start.ts';
import { lotSchedule } from '../clock/lot-schedule.ts';

/** When a round can be challenged and what follows; Unix times, each window up to, but not including, its end. */
export interface DisputeSchedule {
  /** the tally window; whether or not a tally is there yet */
  challengeFrom: number;
  challengeUntil: number;
  /** from here on anyone brings the case before the arbitrator */
  referFrom: number;
}

/** Windows of a lot sold in the epochs `firstEpoch` … `firstEpoch + saleEpochs − 1`. */
export function disputeSchedule(clock: EpochClock, firstEpoch: number, saleEpochs: number): DisputeSchedule {
  const { tallyFrom, tallyUntil } = lotSchedule(clock, firstEpoch, saleEpochs);
  return { challengeFrom: tallyFrom, challengeUntil: tallyUntil, referFrom: tallyUntil };
}

/** Scoring of a disputed round: the epoch after the one in which the ruling was carried out. */
export function scoringAfterRuling(clock: EpochClock, executedAt: number) {
  const scoringEpoch = epochAt(clock, executedAt) + 1;
  return {
    scoringEpoch,
    scoreFrom: epochStart(clock, scoringEpoch),
    scoreUntil: epochStart(clock, scoringEpoch + 1),
    claimFrom: epochStart(clock, scoringEpoch + 1),
  };
}
