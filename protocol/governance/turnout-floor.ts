import { BPS_DENOMINATOR } from '../math/bps.ts';
import { ceilDiv } from '../math/ceil-div.ts';

/** Votes for, against and abstaining that a proposal needs: `⌈bps of the electorate⌉`, and never less than `leastTurnout`. */
export function turnoutFloor(floorBps: bigint, electorate: bigint, leastTurnout: bigint): bigint {
  const floor = ceilDiv(floorBps * electorate, BPS_DENOMINATOR);
  return floor > leastTurnout ? floor : leastTurnout;
}

/** Power that a proposer needs: `⌈bps of all power⌉`, and some in any case. */
export function proposalThreshold(thresholdBps: bigint, totalPower: bigint): bigint {
  const part = ceilDiv(thresholdBps * totalPower, BPS_DENOMINATOR);
  return part > 0n ? part : 1n;
}
