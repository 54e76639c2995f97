import { ProtocolError } from '../error.ts';
import type { EpochClock } from './epoch-clock.ts';
import { epochStart } from './epoch-start.ts';

/** Delivery, return period and statement need this many epochs after the last one of sale. */
const SETTLING_EPOCHS = 3;
const MAX_SALE_EPOCHS = 8;

/** The one round of a lot; Unix times, each window from its first second up to, but not including, its end. */
export interface LotSchedule {
  saleFrom: number;
  saleUntil: number;
  /** commits are taken from the first settled order up to here */
  commitUntil: number;
  /** c: its first half is for reveal and unseal, its second for tally and dispute */
  closingEpoch: number;
  /** also the end of commits */
  revealFrom: number;
  revealUntil: number;
  tallyFrom: number;
  tallyUntil: number;
  /** c + 1; a disputed round is scored in the epoch after its ruling instead */
  scoringEpoch: number;
  scoreFrom: number;
  scoreUntil: number;
  claimFrom: number;
}

/**
 * Schedule of a lot sold in the epochs `firstEpoch` … `firstEpoch + saleEpochs − 1`.
 * @throws ProtocolError `BadInteger` unless it is offered for 1 … 8 epochs.
 */
export function lotSchedule(clock: EpochClock, firstEpoch: number, saleEpochs: number): LotSchedule {
  if (!Number.isInteger(saleEpochs) || saleEpochs < 1 || saleEpochs > MAX_SALE_EPOCHS) {
    throw new ProtocolError('BadInteger', { name: 'saleEpochs', value: saleEpochs, type: `1 … ${MAX_SALE_EPOCHS}` });
  }
  const closingEpoch = firstEpoch + saleEpochs + SETTLING_EPOCHS;
  const closing = epochStart(clock, closingEpoch);
  const middle = closing + Math.floor(clock.epochLength / 2);
  const scoring = epochStart(clock, closingEpoch + 1);
  const claims = epochStart(clock, closingEpoch + 2);
  return {
    saleFrom: epochStart(clock, firstEpoch),
    saleUntil: epochStart(clock, firstEpoch + saleEpochs),
    commitUntil: closing,
    closingEpoch,
    revealFrom: closing,
    revealUntil: middle,
    tallyFrom: middle,
    tallyUntil: scoring,
    scoringEpoch: closingEpoch + 1,
    scoreFrom: scoring,
    scoreUntil: claims,
    claimFrom: claims,
  };
}
