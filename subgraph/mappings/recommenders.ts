import { Address, BigInt } from '@graphprotocol/graph-ts';
import { accountId, getAccount } from '../entities/account';
import { idOf, logId } from '../entities/id';
import { getProtocol } from '../entities/protocol';
import {
  RecommenderOffered,
  RecommenderPayoutSet,
  RecommenderRegistered,
  RecommenderTransferred,
} from '../generated/Recommenders/Recommenders';
import { Recommender, RecommenderTransfer } from '../generated/schema';

const ZERO = BigInt.zero();

export function handleRecommenderRegistered(event: RecommenderRegistered): void {
  const recommender = new Recommender(idOf(event.params.recommenderId));
  recommender.number = event.params.recommenderId.toI32();
  recommender.account = event.params.account;
  recommender.payout = accountId(event.params.payout);
  recommender.orders = ZERO;
  recommender.sales = ZERO;
  recommender.commissions = ZERO;
  recommender.registeredAt = event.block.timestamp;
  recommender.save();
  const account = getAccount(event.params.account);
  account.recommender = recommender.id;
  account.save();
  const protocol = getProtocol();
  protocol.recommenders++;
  protocol.save();
}

export function handleRecommenderPayoutSet(event: RecommenderPayoutSet): void {
  const recommender = Recommender.load(idOf(event.params.recommenderId))!;
  recommender.payout = accountId(event.params.payout);
  recommender.save();
}

export function handleRecommenderOffered(event: RecommenderOffered): void {
  const recommender = Recommender.load(idOf(event.params.recommenderId))!;
  const isOffer = event.params.to.notEqual(Address.zero());
  recommender.offeredTo = isOffer ? accountId(event.params.to) : null;
  recommender.save();
}

export function handleRecommenderTransferred(event: RecommenderTransferred): void {
  const from = getAccount(event.params.from);
  from.recommender = null;
  from.save();
  const recommender = Recommender.load(idOf(event.params.recommenderId))!;
  const to = getAccount(event.params.to);
  to.recommender = recommender.id;
  to.save();
  recommender.account = to.id;
  recommender.payout = accountId(event.params.payout);
  recommender.offeredTo = null;
  recommender.save();

  const transfer = new RecommenderTransfer(logId(event));
  transfer.recommender = recommender.id;
  transfer.from = from.id;
  transfer.to = to.id;
  transfer.payout = recommender.payout;
  transfer.timestamp = event.block.timestamp;
  transfer.blockNumber = event.block.number;
  transfer.transactionHash = event.transaction.hash;
  transfer.save();
}
