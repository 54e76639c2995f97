import { BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { Platform, Slash, Statement } from '../generated/schema';
import { epochAt } from './epoch';
import { getProtocol } from './protocol';

/** Counts a receipt challenge that was opened against `platform`, which the caller saves. */
export function countReceiptChallenge(event: ethereum.Event, platform: Platform): void {
  platform.openCases++;
  platform.receiptChallengeCount++;
  const protocol = getProtocol();
  protocol.openCases++;
  protocol.receiptChallenges++;
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.receiptChallenges++;
  epoch.save();
}

/** Counts a demand to `platform`, which the caller saves. */
export function countDemand(event: ethereum.Event, platform: Platform): void {
  platform.openCases++;
  platform.demandCount++;
  const protocol = getProtocol();
  protocol.openCases++;
  protocol.demands++;
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.demands++;
  epoch.save();
}

/** Counts an answer of `platform`, which the caller saves. */
export function countAnswer(event: ethereum.Event, platform: Platform): void {
  closeCase(platform);
  const epoch = epochAt(event.block.timestamp);
  epoch.casesAnswered++;
  epoch.save();
}

/** One case less waits for `platform`, which the caller saves. */
export function closeCase(platform: Platform): void {
  platform.openCases--;
  const protocol = getProtocol();
  protocol.openCases--;
  protocol.save();
}

export function countSlash(event: ethereum.Event, slash: Slash): void {
  const protocol = getProtocol();
  protocol.slashes++;
  protocol.slashed = protocol.slashed.plus(slash.amount);
  protocol.slashRewards = protocol.slashRewards.plus(slash.reward);
  protocol.platformsAuditFund = protocol.platformsAuditFund.plus(slash.audit);
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.slashes++;
  epoch.slashed = epoch.slashed.plus(slash.amount);
  epoch.slashRewards = epoch.slashRewards.plus(slash.reward);
  epoch.save();
}

/** What was taken for the audit fund at first went to payees. */
export function countCompensation(event: ethereum.Event, amount: BigInt): void {
  const protocol = getProtocol();
  protocol.compensated = protocol.compensated.plus(amount);
  protocol.platformsAuditFund = protocol.platformsAuditFund.minus(amount);
  protocol.save();
  const epoch = epochAt(event.block.timestamp);
  epoch.compensated = epoch.compensated.plus(amount);
  epoch.save();
}

/** @param change 1 for a challenge more that waits for an answer, −1 for one less; nothing without a statement */
export function countOpenChallenges(statementId: Bytes | null, change: i32): void {
  if (statementId === null) return;
  const statement = Statement.load(statementId as Bytes)!;
  statement.openChallenges += change;
  statement.save();
}

/** @param change 1 for a demand more that waits for an answer, −1 for one less */
export function countOpenDemands(statementId: Bytes, change: i32): void {
  const statement = Statement.load(statementId)!;
  statement.openDemands += change;
  statement.save();
}
