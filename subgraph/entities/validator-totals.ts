import { BigInt, ethereum } from '@graphprotocol/graph-ts';
import { epochAt } from './epoch';
import { getProtocol } from './protocol';

/** Settlement paid the commune's share of an epoch out. */
export function countCommuneShare(event: ethereum.Event, amount: BigInt): void {
  const protocol = getProtocol();
  protocol.communeReceived = protocol.communeReceived.plus(amount);
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.communeReceived = epoch.communeReceived.plus(amount);
  epoch.save();
}

/** A term's dividends were shared among its seats. */
export function countRewards(event: ethereum.Event, amount: BigInt): void {
  const protocol = getProtocol();
  protocol.validatorRewards = protocol.validatorRewards.plus(amount);
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.validatorRewards = epoch.validatorRewards.plus(amount);
  epoch.save();
}

export function countPaidReward(event: ethereum.Event, amount: BigInt): void {
  const protocol = getProtocol();
  protocol.validatorRewardsPaid = protocol.validatorRewardsPaid.plus(amount);
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.validatorRewardsPaid = epoch.validatorRewardsPaid.plus(amount);
  epoch.save();
}

/** A judgment took CTT of a candidate. */
export function countSeatSlash(event: ethereum.Event, taken: BigInt): void {
  const protocol = getProtocol();
  protocol.seatSlashed = protocol.seatSlashed.plus(taken);
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.seatSlashed = epoch.seatSlashed.plus(taken);
  epoch.save();
}
