import { BigInt, Bytes } from '@graphprotocol/graph-ts';
import { Slashed } from '../generated/Platforms/Platforms';
import { Equivocation, Platform, Slash } from '../generated/schema';
import { accountId } from './account';
import { newBondChange } from './bond-change';
import { CASE_KINDS } from './enums';
import { epochAt } from './epoch';
import { logId, pairId } from './id';
import { setInt } from './set-int';

/**
 * What `platform` lost, which has its bond of afterwards. All but the reward is the audit fund's until a compensation follows in
 * the same transaction. The caller adds the case and saves.
 */
export function newSlash(event: Slashed, platform: Platform): Slash {
  const slash = new Slash(logId(event));
  slash.platform = platform.id;
  slash.kind = CASE_KINDS[event.params.kind];
  slash.caseId = event.params.caseId;
  slash.challenger = accountId(event.params.challenger);
  slash.amount = event.params.amount;
  slash.compensation = BigInt.zero();
  slash.reward = event.params.reward;
  slash.audit = slash.amount.minus(slash.reward);
  slash.bond = platform.bond;
  const epoch = epochAt(event.block.timestamp);
  epoch.save();
  slash.epoch = epoch.id;
  slash.timestamp = event.block.timestamp;
  slash.blockNumber = event.block.number;
  slash.transactionHash = event.transaction.hash;
  return slash;
}

/** Takes an amount from a platform's bond; the caller saves. */
export function takeFromBond(event: Slashed, platform: Platform): void {
  const amount = event.params.amount;
  const epoch = epochAt(event.block.timestamp).number;
  if (platform.slashEpoch != epoch) platform.slashedInEpoch = BigInt.zero();
  setInt(platform, 'slashEpoch', epoch);
  platform.slashedInEpoch = platform.slashedInEpoch.plus(amount);
  platform.slashCount++;
  platform.slashedTotal = platform.slashedTotal.plus(amount);
  platform.bond = platform.bond.minus(amount);
  platform.auditAccrued = platform.auditAccrued.plus(amount).minus(event.params.reward);
}

export function recordSlashedBond(event: Slashed, platform: Platform, slash: Slash): void {
  const change = newBondChange(event, platform, 'SLASHED', slash.amount);
  change.account = slash.challenger;
  change.slash = slash.id;
  change.save();
}

export function newEquivocation(event: Slashed, slash: Slash): Equivocation {
  const equivocation = new Equivocation(pairId(slash.platform, slash.caseId));
  equivocation.platform = slash.platform;
  equivocation.orderId = slash.caseId;
  equivocation.challenger = slash.challenger;
  equivocation.slash = slash.id;
  equivocation.reward = slash.reward;
  equivocation.rewardWithdrawn = false;
  equivocation.timestamp = event.block.timestamp;
  equivocation.blockNumber = event.block.number;
  equivocation.transactionHash = event.transaction.hash;
  return equivocation;
}

/** An equivocation that was slashed before. */
export function getEquivocation(platform: Bytes, orderId: Bytes): Equivocation {
  return Equivocation.load(pairId(platform, orderId))!;
}
