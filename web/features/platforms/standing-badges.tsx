import type { PlatformStandingFragment } from '../../generated/graphql.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { useCover } from './bond-bar.tsx';
import { platformsMessages } from './messages.ts';
import { useMinBond } from './use-min-bond.ts';

/** Whether a platform may settle, and whether it is the one of this page. */
export function StandingBadges({ platform }: { platform: PlatformStandingFragment }) {
  const text = useText(platformsMessages);
  const { platformId } = useAppConfig();
  const required = useMinBond().data;
  const { bond, leaving, leaveEpoch } = platform;
  const cover = useCover({ bond: BigInt(bond), leaving: BigInt(leaving), leaveEpoch });
  const isShort = required !== undefined && cover < required;
  return (
    <span className="flex flex-wrap gap-2">
      {platform.number === platformId && <Badge tone="sky">{text('platforms.own')}</Badge>}
      {platform.suspended ? (
        <Badge tone="danger">{text('platforms.suspended')}</Badge>
      ) : (
        <Badge tone={isShort ? 'danger' : 'jade'}>{text(isShort ? 'platforms.short' : 'platforms.active')}</Badge>
      )}
    </span>
  );
}
