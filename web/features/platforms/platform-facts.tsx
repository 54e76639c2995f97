import type { Address as Hex } from 'viem';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Address } from '../../shared/ui/address.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { Tooltip } from '../../shared/ui/tooltip.tsx';
import { BondBar, useCover } from './bond-bar.tsx';
import { EndpointHealth } from './endpoint-health.tsx';
import { platformsMessages } from './messages.ts';
import type { PlatformDetails } from './platform-page.tsx';
import { trackRecord } from './platform-view.ts';
import { useMinBond } from './use-min-bond.ts';

/** Bond, who runs it, and where it answers. */
export function PlatformFacts({ platform }: { platform: PlatformDetails }) {
  const text = useText(platformsMessages);
  const format = useFormat();
  const { clock } = useAppConfig();
  const required = useMinBond().data;
  const bond = { bond: BigInt(platform.bond), leaving: BigInt(platform.leaving), leaveEpoch: platform.leaveEpoch };
  const cover = useCover(bond);
  const record = trackRecord({ ...platform, equivocations: platform.equivocations.length });
  const { leaveEpoch, mirrors, pendingOperator } = platform;
  return (
    <Card className="grid gap-4">
      <BondBar {...bond} />
      <Facts
        facts={[
          [text('platforms.bond'), <Money key="bond" amount={bond.bond} />],
          [
            required === undefined ? (
              text('platforms.cover')
            ) : (
              <Tooltip key="c" tip={text('platforms.coverHelp', { required: format.amount(required) })}>
                {text('platforms.cover')}
              </Tooltip>
            ),
            <Money key="cover" amount={cover} />,
          ],
          [
            text('platforms.leaving'),
            leaveEpoch === null
              ? text('platforms.notLeaving')
              : text('platforms.leavingOf', {
                  amount: format.amount(bond.leaving),
                  epoch: String(leaveEpoch),
                  date: format.date(epochStart(clock, leaveEpoch)),
                }),
          ],
          [
            text('platforms.record'),
            record.answered + record.lost + record.open === 0
              ? text('platforms.clean')
              : text('platforms.recordOf', { answered: record.answered, lost: record.lost }),
          ],
          [text('platforms.openCases'), String(record.open)],
          [text('platforms.operator'), <Address key="o" address={platform.operator.id as Hex} />],
          ...(pendingOperator
            ? [[text('platforms.pendingOperator'), <Address key="p" address={pendingOperator.id as Hex} />] as const]
            : []),
          [text('platforms.admitted'), <Timestamp key="a" at={platform.admittedAt} />],
          [
            text('platforms.endpoint'),
            <span key="e" className="break-all">
              {platform.endpoint}
            </span>,
          ],
          [text('platforms.health'), <EndpointHealth key="h" platform={platform} />],
          [
            text('platforms.mirrors'),
            mirrors.length === 0 ? (
              text('platforms.noMirrors')
            ) : (
              <ul key="m" className="grid">
                {mirrors.map((url) => (
                  <li key={url} className="break-all">
                    {url}
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
    </Card>
  );
}
