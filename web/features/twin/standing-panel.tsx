import { useText } from '../../shared/i18n/use-text.ts';
import { Card } from '../../shared/ui/card.tsx';
import { ConfidenceMeter } from '../../shared/ui/confidence-meter.tsx';
import { Grade, SealName, Stamp } from '../../shared/ui/seal.tsx';
import { standingSeal } from './lot-seal.ts';
import { twinMessages } from './messages.ts';
import type { TwinCommodity } from './twin-query.ts';

/** What the last lots say of the commodity, and how sure the last verdict was. */
export function StandingPanel({ commodity }: { commodity: TwinCommodity }) {
  const text = useText(twinMessages);
  const seal = standingSeal(commodity.standing);
  return (
    <Card className="grid gap-5 sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:items-center">
      <Stamp kind={seal} size="large" />
      <div className="grid gap-1.5">
        <h2 className="font-display text-2xl font-semibold">
          <SealName kind={seal} />
        </h2>
        <p>{text('twin.standingHelp')}</p>
        <p className="text-muted">
          {text('twin.counts', {
            trusted: commodity.trustedLots,
            flagged: commodity.flaggedLots,
            unproven: commodity.unprovenLots,
            suspended: commodity.suspendedLots,
          })}
        </p>
        <ConfidenceMeter reports={commodity.lastReports} effectiveReports={commodity.lastEffectiveReports} />
      </div>
      {commodity.lastGradeBps != null && <Grade bps={commodity.lastGradeBps} large />}
    </Card>
  );
}
