import { BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts';
import { Platform, PlatformChange } from '../generated/schema';
import { idOf, logId } from './id';

const ZERO = BigInt.zero();

/** A platform that was admitted before. */
export function getPlatform(number: BigInt): Platform {
  return Platform.load(idOf(number))!;
}

/** A platform without operator, endpoint and key. */
export function newPlatform(number: BigInt, admittedAt: BigInt): Platform {
  const platform = new Platform(idOf(number));
  platform.number = number.toI32();
  platform.suspended = false;
  platform.statementCount = 0;
  platform.orders = ZERO;
  platform.sales = ZERO;
  platform.fees = ZERO;
  platform.commissions = ZERO;
  platform.admittedAt = admittedAt;
  platform.mirrors = [];
  platform.bond = ZERO;
  platform.leaving = ZERO;
  platform.openCases = 0;
  platform.receiptChallengeCount = 0;
  platform.demandCount = 0;
  platform.slashCount = 0;
  platform.slashedTotal = ZERO;
  platform.slashedInEpoch = ZERO;
  platform.auditAccrued = ZERO;
  platform.challengePledgesWon = ZERO;
  platform.demandPledgesWon = ZERO;
  return platform;
}

/** The caller adds what was set and saves. */
export function recordPlatformChange(event: ethereum.Event, platform: Bytes, kind: string): PlatformChange {
  const change = new PlatformChange(logId(event));
  change.platform = platform;
  change.kind = kind;
  change.timestamp = event.block.timestamp;
  change.blockNumber = event.block.number;
  change.transactionHash = event.transaction.hash;
  return change;
}
