import { BigInt } from '@graphprotocol/graph-ts';
import { accountId } from '../entities/account';
import { newBondChange } from '../entities/bond-change';
import { epochAt } from '../entities/epoch';
import { newParameterChange, recordFundPayment } from '../entities/governance';
import { getPlatform } from '../entities/platform';
import { getProtocol } from '../entities/protocol';
import { setInt } from '../entities/set-int';
import {
  AuditCollected,
  BondDeposited,
  BondWithdrawalRequested,
  BondWithdrawn,
  MinBondSet,
} from '../generated/Platforms/Platforms';

const ZERO = BigInt.zero();

export function handleBondDeposited(event: BondDeposited): void {
  const platform = getPlatform(event.params.platformId);
  platform.bond = event.params.bond;
  platform.save();
  const change = newBondChange(event, platform, 'DEPOSITED', event.params.amount);
  change.account = accountId(event.params.from);
  change.save();
}

export function handleBondWithdrawalRequested(event: BondWithdrawalRequested): void {
  const platform = getPlatform(event.params.platformId);
  const isCancelled = event.params.amount.isZero();
  const kind = isCancelled ? 'WITHDRAWAL_CANCELLED' : 'WITHDRAWAL_REQUESTED';
  const change = newBondChange(event, platform, kind, event.params.amount);
  platform.leaving = event.params.amount;
  if (isCancelled) {
    platform.unset('leaveEpoch');
  } else {
    const epoch = event.params.leaveEpoch.toI32();
    setInt(platform, 'leaveEpoch', epoch);
    setInt(change, 'leaveEpoch', epoch);
  }
  platform.save();
  change.save();
}

export function handleBondWithdrawn(event: BondWithdrawn): void {
  const platform = getPlatform(event.params.platformId);
  platform.bond = event.params.bond;
  platform.leaving = ZERO;
  platform.unset('leaveEpoch');
  platform.save();
  const change = newBondChange(event, platform, 'WITHDRAWN', event.params.amount);
  change.account = accountId(event.params.to);
  change.save();
}

export function handleAuditCollected(event: AuditCollected): void {
  const platform = getPlatform(event.params.platformId);
  platform.auditAccrued = ZERO;
  platform.save();
  const protocol = getProtocol();
  protocol.platformsAuditFund = protocol.platformsAuditFund.minus(event.params.amount);
  protocol.save();
  recordFundPayment(event, 'AUDIT_FUND', event.params.to, event.params.amount, null);
}

export function handleMinBondSet(event: MinBondSet): void {
  const protocol = getProtocol();
  const epoch = epochAt(event.block.timestamp).number;
  const last = protocol.nextMinBond;
  if (last !== null && protocol.nextMinBondFrom <= epoch) protocol.minBond = last as BigInt;
  const fromEpoch = event.params.fromEpoch.toI32();
  const change = newParameterChange(event, 0, 'minBond', protocol.minBond, event.params.amount);
  setInt(change, 'fromEpoch', fromEpoch);
  change.save();
  protocol.nextMinBond = event.params.amount;
  setInt(protocol, 'nextMinBondFrom', fromEpoch);
  protocol.save();
}
