import { accountId, getAccount } from '../entities/account';
import { countAnswer, countDemand, countOpenDemands } from '../entities/case-totals';
import { getLatestDemand, newDemand } from '../entities/demand';
import { getPlatform } from '../entities/platform';
import { newPledgeMovement } from '../entities/pledge';
import { DemandAnswered, LeafDemanded, PledgesCollected, PledgeWithdrawn } from '../generated/Demands/Demands';
import { Account } from '../generated/schema';

export function handleLeafDemanded(event: LeafDemanded): void {
  const demand = newDemand(event);
  demand.save();
  countOpenDemands(demand.statement, 1);
  const platform = getPlatform(event.params.platformId);
  countDemand(event, platform);
  platform.save();
  const movement = newPledgeMovement(event, 'PLEDGED', demand.pledge);
  movement.account = demand.challenger;
  movement.platform = platform.id;
  movement.demand = demand.id;
  movement.save();
}

export function handleDemandAnswered(event: DemandAnswered): void {
  const demand = getLatestDemand(event.params.leafId);
  demand.state = 'ANSWERED';
  demand.absent = event.params.absent;
  demand.late = event.params.late;
  demand.answeredBy = accountId(event.params.by);
  demand.closedAt = event.block.timestamp;
  demand.save();
  countOpenDemands(demand.statement, -1);
  const platform = getPlatform(event.params.platformId);
  countAnswer(event, platform);
  const movement = newPledgeMovement(event, demand.late ? 'RETURNED' : 'WON', demand.pledge);
  movement.platform = platform.id;
  movement.demand = demand.id;
  if (demand.late) {
    const challenger = Account.load(demand.challenger)!;
    challenger.demandPledgeCredit = challenger.demandPledgeCredit.plus(demand.pledge);
    challenger.save();
    movement.account = challenger.id;
  } else {
    platform.demandPledgesWon = platform.demandPledgesWon.plus(demand.pledge);
  }
  movement.save();
  platform.save();
}

export function handleDemandPledgeWithdrawn(event: PledgeWithdrawn): void {
  const account = getAccount(event.params.account);
  account.demandPledgeCredit = account.demandPledgeCredit.minus(event.params.amount);
  account.save();
  const movement = newPledgeMovement(event, 'WITHDRAWN', event.params.amount);
  movement.account = account.id;
  movement.save();
}

export function handleDemandPledgesCollected(event: PledgesCollected): void {
  const platform = getPlatform(event.params.platformId);
  platform.demandPledgesWon = platform.demandPledgesWon.minus(event.params.amount);
  platform.save();
  const movement = newPledgeMovement(event, 'COLLECTED', event.params.amount);
  movement.account = accountId(event.params.to);
  movement.platform = platform.id;
  movement.save();
}
