import { Link } from '@tanstack/react-router';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { ConfidenceMeter } from '../../shared/ui/confidence-meter.tsx';
import { brokenClaims } from './broken-claims.ts';
import { lotSeal } from './lot-seal.ts';
import { twinMessages } from './messages.ts';
import { parameterViews } from './parameter-view.ts';
import type { TwinLot } from './twin-query.ts';
import { useLotPhase } from './use-lot-phase.ts';
import { VerdictCard } from './verdict-card.tsx';

/** What the round found, and how sure that is. */
export function Verdict({ lot }: { lot: TwinLot }) {
  const text = useText(twinMessages);
  const localized = useLocalized();
  const format = useFormat();
  const broken = brokenClaims(parameterViews(lot)).map(localized);
  return (
    <VerdictCard seal={lotSeal(lot.state)} gradeBps={lot.gradeBps}>
      <p>
        {lot.state === 'TRUSTED' && broken.length > 0
          ? text('twin.verdict.mixed', { count: broken.length, names: format.list(broken) })
          : text(`twin.verdict.${lot.state === 'SUSPENDED' && lot.condemned ? 'condemned' : lot.state}`)}
      </p>
      {lot.state === 'OFFERED' ? (
        <Phase lot={lot} />
      ) : (
        <ConfidenceMeter reports={lot.reports} effectiveReports={lot.effectiveReports} />
      )}
    </VerdictCard>
  );
}

function Phase({ lot }: { lot: TwinLot }) {
  const text = useText(twinMessages);
  const format = useFormat();
  const { current, now } = useLotPhase(lot);
  if (!current || now === undefined) return null;
  return (
    <>
      <p className="text-muted">
        {text(`twin.phase.${current.phase}`, {
          time: current.endsAt === null ? '' : format.duration(current.endsAt - now),
        })}
      </p>
      <p>
        {text('twin.record')}{' '}
        <Link
          to="/commodities/$number"
          params={{ number: String(lot.commodity.number) }}
          className="text-jade underline underline-offset-4"
        >
          {text('twin.toCommodity')}
        </Link>
      </p>
    </>
  );
}
