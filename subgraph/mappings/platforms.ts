import { accountId } from '../entities/account';
import { getPlatform, newPlatform, recordPlatformChange } from '../entities/platform';
import { getProtocol } from '../entities/protocol';
import {
  PlatformAdmitted,
  PlatformEndpointSet,
  PlatformResumed,
  PlatformSuspended,
} from '../generated/Platforms/Platforms';

export function handlePlatformAdmitted(event: PlatformAdmitted): void {
  const platform = newPlatform(event.params.platformId, event.block.timestamp);
  platform.operator = accountId(event.params.operator);
  platform.endpoint = event.params.endpoint;
  platform.save();
  const change = recordPlatformChange(event, platform.id, 'ADMITTED');
  change.endpoint = platform.endpoint;
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

export function handlePlatformEndpointSet(event: PlatformEndpointSet): void {
  const platform = getPlatform(event.params.platformId);
  platform.endpoint = event.params.endpoint;
  platform.save();
  const change = recordPlatformChange(event, platform.id, 'ENDPOINT_SET');
  change.endpoint = platform.endpoint;
  change.save();
}
