import { useText } from '../../shared/i18n/use-text.ts';
import { ConfidenceMeter } from '../../shared/ui/confidence-meter.tsx';
import { standingSeal } from './lot-seal.ts';
import { twinMessages } from './messages.ts';
import type { TwinCommodity } from './twin-query.ts';
import { VerdictCard } from './verdict-card.tsx';

/** What the last lots say of the commodity, and how sure the last verdict was. */
export function StandingPanel({ commodity }: { commodity: TwinCommodity }) {
  const text = useText(twinMessages);
  return (
    <VerdictCard seal={standingSeal(commodity.standing)} gradeBps={commodity.lastGradeBps}>
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
    </VerdictCard>
  );
}
