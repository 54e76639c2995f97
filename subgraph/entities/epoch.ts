import { BigInt } from '@graphprotocol/graph-ts';
import { Epoch } from '../generated/schema';
import { idOf } from './id';
import { getProtocol } from './protocol';

const ZERO = BigInt.zero();

export function getEpoch(number: BigInt): Epoch {
  const id = idOf(number);
  const known = Epoch.load(id);
  if (known != null) return known;
  const epoch = new Epoch(id);
  epoch.number = number.toI32();
  epoch.orders = ZERO;
  epoch.sales = ZERO;
  epoch.fees = ZERO;
  epoch.commissions = ZERO;
  epoch.deposits = ZERO;
  epoch.communeShare = ZERO;
  epoch.expertsPaid = ZERO;
  epoch.potsPaid = ZERO;
  epoch.recommendersPaid = ZERO;
  epoch.swept = ZERO;
  epoch.communeAccrued = ZERO;
  epoch.lotsOffered = 0;
  epoch.reportsCommitted = 0;
  epoch.reportsRevealed = 0;
  epoch.rewards = ZERO;
  epoch.penalties = ZERO;
  epoch.powerEarned = ZERO;
  epoch.receiptChallenges = 0;
  epoch.demands = 0;
  epoch.casesAnswered = 0;
  epoch.slashes = 0;
  epoch.slashed = ZERO;
  epoch.slashRewards = ZERO;
  epoch.compensated = ZERO;
  epoch.communeReceived = ZERO;
  epoch.validatorRewards = ZERO;
  epoch.validatorRewardsPaid = ZERO;
  epoch.seatSlashed = ZERO;
  epoch.disputeCases = 0;
  epoch.disputeCasesClosed = 0;
  epoch.challengeBondsLost = ZERO;
  epoch.slashedReports = 0;
  epoch.slashedReportBonds = ZERO;
  epoch.charges = ZERO;
  epoch.bounties = ZERO;
  return epoch;
}

/** The epoch that contains a time. Epoch 0 while nobody has said when epochs begin. */
export function epochAt(time: BigInt): Epoch {
  const protocol = getProtocol();
  const genesis = protocol.genesis;
  const length = protocol.epochLength;
  if (genesis === null || length === null) return getEpoch(ZERO);
  return getEpoch(time.minus(genesis as BigInt).div(length as BigInt));
}
