import { Address, BigInt, ethereum } from '@graphprotocol/graph-ts';
import { getAccount } from '../entities/account';
import { getCandidate } from '../entities/candidate';
import { idOf, logId } from '../entities/id';
import { getProtocol } from '../entities/protocol';
import { shareAmongSeats } from '../entities/term-rewards';
import { countPaidReward, countRewards } from '../entities/validator-totals';
import { getVoter } from '../entities/voter';
import { Election, RewardClaim, TermRewards } from '../generated/schema';
import { CommissionPaid, RewardPaid, TermClosed } from '../generated/ValidatorRewards/ValidatorRewards';

/** Election 0 stands for none. */
export function handleTermClosed(event: TermClosed): void {
  const given = event.params;
  const rewards = new TermRewards(idOf(given.term));
  rewards.term = given.term.toI32();
  rewards.amount = given.amount;
  rewards.weight = given.weight;
  rewards.paid = BigInt.zero();
  rewards.closedAt = event.block.timestamp;
  rewards.transactionHash = event.transaction.hash;
  const election = Election.load(idOf(given.elected));
  if (election != null) rewards.election = election.id;
  rewards.save();
  if (election != null) shareAmongSeats(rewards, election);
  const protocol = getProtocol();
  protocol.latestClosedTerm = rewards.id;
  protocol.save();
  countRewards(event, given.amount);
}

export function handleCommissionPaid(event: CommissionPaid): void {
  const given = event.params;
  const candidate = getCandidate(given.candidateId);
  candidate.commissions = candidate.commissions.plus(given.amount);
  candidate.save();
  const claim = payFrom(event, given.term, 'COMMISSION', given.to, given.amount);
  claim.candidate = candidate.id;
  claim.save();
  const seats = TermRewards.load(idOf(given.term))!.seats.load();
  for (let i = 0; i < seats.length; i++) {
    if (seats[i].candidate.notEqual(candidate.id)) continue;
    seats[i].commissionPaid = true;
    seats[i].save();
  }
}

export function handleRewardPaid(event: RewardPaid): void {
  const given = event.params;
  const voter = getVoter(given.voterId);
  voter.rewards = voter.rewards.plus(given.amount);
  voter.save();
  const claim = payFrom(event, given.term, 'VOTER', given.to, given.amount);
  claim.voter = voter.id;
  claim.save();
}

/** Books a payment of a term's dividends. The caller adds as what, and saves. */
function payFrom(event: ethereum.Event, term: BigInt, kind: string, to: Address, amount: BigInt): RewardClaim {
  const rewards = TermRewards.load(idOf(term))!;
  rewards.paid = rewards.paid.plus(amount);
  rewards.save();
  const account = getAccount(to);
  account.validatorRewards = account.validatorRewards.plus(amount);
  account.save();
  countPaidReward(event, amount);
  const claim = new RewardClaim(logId(event));
  claim.termRewards = rewards.id;
  claim.term = rewards.term;
  claim.kind = kind;
  claim.account = account.id;
  claim.amount = amount;
  claim.timestamp = event.block.timestamp;
  claim.blockNumber = event.block.number;
  claim.transactionHash = event.transaction.hash;
  return claim;
}
