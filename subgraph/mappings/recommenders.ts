import { BigInt } from '@graphprotocol/graph-ts';
import { accountId, getAccount } from '../entities/account';
import { idOf } from '../entities/id';
import { getProtocol } from '../entities/protocol';
import { RecommenderPayoutSet, RecommenderRegistered } from '../generated/Recommenders/Recommenders';
import { Recommender } from '../generated/schema';

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
