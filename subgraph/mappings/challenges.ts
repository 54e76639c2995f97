import { accountId, getAccount, newCreditMovement } from '../entities/account';
import {
  closeCase,
  countAnswer,
  countOpenChallenges,
  countOpenDemands,
  countReceiptChallenge,
  countSlash,
} from '../entities/case-totals';
import { getLatestDemand } from '../entities/demand';
import { getPlatform } from '../entities/platform';
import { newPledgeMovement } from '../entities/pledge';
import { getReceiptChallenge, newReceiptChallenge } from '../entities/receipt-challenge';
import { getEquivocation, newEquivocation, newSlash, recordSlashedBond, takeFromBond } from '../entities/slash';
import {
  EquivocationRewardWithdrawn,
  PledgesCollected,
  PledgeWithdrawn,
  ReceiptAnswered,
  ReceiptChallenged,
  RewardWithdrawn,
  Slashed,
} from '../generated/Platforms/Platforms';
import { Account, PledgeMovement, Slash } from '../generated/schema';

/* RECEIPTS */

export function handleReceiptChallenged(event: ReceiptChallenged): void {
  const challenge = newReceiptChallenge(event);
  challenge.save();
  countOpenChallenges(challenge.statement, 1);
  const platform = getPlatform(event.params.platformId);
  countReceiptChallenge(event, platform);
  platform.save();
  const movement = newPledgeMovement(event, 'PLEDGED', challenge.pledge);
  movement.account = challenge.challenger;
  movement.platform = platform.id;
  movement.receiptChallenge = challenge.id;
  movement.save();
}

export function handleReceiptAnswered(event: ReceiptAnswered): void {
  const challenge = getReceiptChallenge(event.params.digest);
  challenge.state = 'ANSWERED';
  challenge.answeredBy = accountId(event.params.by);
  challenge.closedAt = event.block.timestamp;
  challenge.save();
  countOpenChallenges(challenge.statement, -1);
  const platform = getPlatform(event.params.platformId);
  countAnswer(event, platform);
  platform.challengePledgesWon = platform.challengePledgesWon.plus(challenge.pledge);
  platform.save();
  const movement = newPledgeMovement(event, 'WON', challenge.pledge);
  movement.platform = platform.id;
  movement.receiptChallenge = challenge.id;
  movement.save();
}

/* SLASHES */

/** {handleCompensated} follows when payees get a part. */
export function handleSlashed(event: Slashed): void {
  const platform = getPlatform(event.params.platformId);
  takeFromBond(event, platform);
  const slash = newSlash(event, platform);
  if (slash.kind != 'EQUIVOCATION') closeCase(platform);
  platform.save();
  if (slash.kind == 'RECEIPT') closeChallenge(event, slash);
  else if (slash.kind == 'DEMAND') closeDemand(event, slash);
  else {
    const equivocation = newEquivocation(event, slash);
    equivocation.save();
    slash.equivocation = equivocation.id;
  }
  slash.save();
  recordSlashedBond(event, platform, slash);
  countSlash(event, slash);
  creditReward(event, slash);
}

function closeChallenge(event: Slashed, slash: Slash): void {
  const challenge = getReceiptChallenge(slash.caseId);
  slash.receiptChallenge = challenge.id;
  challenge.state = 'SLASHED';
  challenge.closedAt = event.block.timestamp;
  challenge.slash = slash.id;
  challenge.save();
  countOpenChallenges(challenge.statement, -1);
  const challenger = Account.load(challenge.challenger)!;
  challenger.challengePledgeCredit = challenger.challengePledgeCredit.plus(challenge.pledge);
  challenger.save();
  const movement = newPledgeMovement(event, 'RETURNED', challenge.pledge);
  movement.account = challenger.id;
  movement.platform = slash.platform;
  movement.receiptChallenge = challenge.id;
  movement.save();
}

/** The pledge went back in the contract that keeps demands, which says so by this event alone. */
function closeDemand(event: Slashed, slash: Slash): void {
  const demand = getLatestDemand(slash.caseId);
  slash.demand = demand.id;
  demand.state = 'SLASHED';
  demand.closedAt = event.block.timestamp;
  demand.slash = slash.id;
  demand.save();
  countOpenDemands(demand.statement, -1);
  const challenger = Account.load(demand.challenger)!;
  challenger.demandPledgeCredit = challenger.demandPledgeCredit.plus(demand.pledge);
  challenger.save();
  const movement = newPledgeMovement(event, 'RETURNED', demand.pledge);
  // Pledging has the id of the demand.
  movement.contract = PledgeMovement.load(demand.id)!.contract;
  movement.account = challenger.id;
  movement.platform = slash.platform;
  movement.demand = demand.id;
  movement.save();
}

function creditReward(event: Slashed, slash: Slash): void {
  if (slash.reward.isZero()) return;
  const challenger = getAccount(event.params.challenger);
  challenger.slashRewardsEarned = challenger.slashRewardsEarned.plus(slash.reward);
  if (slash.kind == 'EQUIVOCATION') challenger.equivocationCredit = challenger.equivocationCredit.plus(slash.reward);
  else challenger.rewardCredit = challenger.rewardCredit.plus(slash.reward);
  challenger.save();
  const movement = newCreditMovement(event, challenger.id, 'SLASH_REWARD', slash.reward);
  movement.slash = slash.id;
  movement.save();
}

/* PAID OUT */

export function handleRewardWithdrawn(event: RewardWithdrawn): void {
  const account = getAccount(event.params.account);
  account.rewardCredit = account.rewardCredit.minus(event.params.amount);
  account.save();
  newCreditMovement(event, account.id, 'WITHDRAWAL', event.params.amount).save();
}

export function handleEquivocationRewardWithdrawn(event: EquivocationRewardWithdrawn): void {
  const equivocation = getEquivocation(getPlatform(event.params.platformId).id, event.params.orderId);
  equivocation.rewardWithdrawn = true;
  equivocation.save();
  const account = getAccount(event.params.challenger);
  account.equivocationCredit = account.equivocationCredit.minus(event.params.amount);
  account.save();
  const movement = newCreditMovement(event, account.id, 'WITHDRAWAL', event.params.amount);
  movement.slash = equivocation.slash;
  movement.save();
}

export function handleChallengePledgeWithdrawn(event: PledgeWithdrawn): void {
  const account = getAccount(event.params.account);
  account.challengePledgeCredit = account.challengePledgeCredit.minus(event.params.amount);
  account.save();
  const movement = newPledgeMovement(event, 'WITHDRAWN', event.params.amount);
  movement.account = account.id;
  movement.save();
}

export function handleChallengePledgesCollected(event: PledgesCollected): void {
  const platform = getPlatform(event.params.platformId);
  platform.challengePledgesWon = platform.challengePledgesWon.minus(event.params.amount);
  platform.save();
  const movement = newPledgeMovement(event, 'COLLECTED', event.params.amount);
  movement.account = accountId(event.params.to);
  movement.platform = platform.id;
  movement.save();
}
