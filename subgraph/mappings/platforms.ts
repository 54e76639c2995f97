import { Address, BigInt } from '@graphprotocol/graph-ts';
import { accountId } from '../entities/account';
import { epochAt } from '../entities/epoch';
import { recordAppointment } from '../entities/governance';
import { getPlatform, newPlatform, recordPlatformChange } from '../entities/platform';
import { getProtocol } from '../entities/protocol';
import { recordFirstSigner, recordNextSigner } from '../entities/signer-key';
import {
  DemandsAppointed,
  OperatorChanged,
  OperatorOffered,
  PlatformAdmitted,
  PlatformEndpointSet,
  PlatformMirrorsSet,
  PlatformResumed,
  PlatformSuspended,
  SignerSet,
} from '../generated/Platforms/Platforms';

/* GOVERNANCE */

export function handlePlatformAdmitted(event: PlatformAdmitted): void {
  const platform = newPlatform(event.params.platformId, event.block.timestamp);
  platform.operator = accountId(event.params.operator);
  platform.endpoint = event.params.endpoint;
  const epoch = BigInt.fromI32(epochAt(event.block.timestamp).number);
  recordFirstSigner(platform, event.params.signer, epoch, event.block.timestamp);
  platform.save();
  const change = recordPlatformChange(event, platform.id, 'ADMITTED');
  change.endpoint = platform.endpoint;
  change.signer = platform.signer;
  change.fromEpoch = epoch;
  change.operator = platform.operator;
  change.save();
  const protocol = getProtocol();
  protocol.platforms++;
  protocol.save();
}

export function handlePlatformSuspended(event: PlatformSuspended): void {
  const platform = getPlatform(event.params.platformId);
  platform.suspended = true;
  platform.save();
  recordPlatformChange(event, platform.id, 'SUSPENDED').save();
}

export function handlePlatformResumed(event: PlatformResumed): void {
  const platform = getPlatform(event.params.platformId);
  platform.suspended = false;
  platform.save();
  recordPlatformChange(event, platform.id, 'RESUMED').save();
}

export function handleDemandsAppointed(event: DemandsAppointed): void {
  recordAppointment(event, 0, 'demands', event.params.demands, true);
}

/* OPERATOR */

export function handlePlatformEndpointSet(event: PlatformEndpointSet): void {
  const platform = getPlatform(event.params.platformId);
  platform.endpoint = event.params.endpoint;
  platform.save();
  const change = recordPlatformChange(event, platform.id, 'ENDPOINT_SET');
  change.endpoint = platform.endpoint;
  change.save();
}

export function handlePlatformMirrorsSet(event: PlatformMirrorsSet): void {
  const platform = getPlatform(event.params.platformId);
  platform.mirrors = event.params.mirrors;
  platform.save();
  const change = recordPlatformChange(event, platform.id, 'MIRRORS_SET');
  change.mirrors = platform.mirrors;
  change.save();
}

/** An operator may name any epoch up to 2^32 − 1. */
export function handleSignerSet(event: SignerSet): void {
  const platform = getPlatform(event.params.platformId);
  const epoch = BigInt.fromI32(epochAt(event.block.timestamp).number);
  recordNextSigner(platform, event.params.signer, event.params.fromEpoch, epoch, event.block.timestamp);
  platform.save();
  const change = recordPlatformChange(event, platform.id, 'SIGNER_SET');
  change.signer = event.params.signer;
  change.fromEpoch = event.params.fromEpoch;
  change.save();
}

export function handleOperatorOffered(event: OperatorOffered): void {
  const platform = getPlatform(event.params.platformId);
  const isOffer = event.params.to.notEqual(Address.zero());
  platform.pendingOperator = isOffer ? accountId(event.params.to) : null;
  platform.save();
  const change = recordPlatformChange(event, platform.id, 'OPERATOR_OFFERED');
  change.operator = platform.pendingOperator;
  change.save();
}

export function handleOperatorChanged(event: OperatorChanged): void {
  const platform = getPlatform(event.params.platformId);
  platform.operator = accountId(event.params.operator);
  platform.pendingOperator = null;
  platform.save();
  const change = recordPlatformChange(event, platform.id, 'OPERATOR_CHANGED');
  change.operator = platform.operator;
  change.save();
}
