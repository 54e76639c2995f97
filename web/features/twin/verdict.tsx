import { Link } from '@tanstack/react-router';
import { useFormat } from '../../shared/format/use-format.ts';
import { useLocalized } from '../../shared/i18n/use-localized.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Card } from '../../shared/ui/card.tsx';
import { ConfidenceMeter } from '../../shared/ui/confidence-meter.tsx';
import { Grade, SealName, Stamp } from '../../shared/ui/seal.tsx';
import { brokenClaims } from './broken-claims.ts';
import { lotSeal } from './lot-seal.ts';
import { twinMessages } from './messages.ts';
import { parameterViews } from './parameter-view.ts';
import type { TwinLot } from './twin-query.ts';
import { useLotPhase } from './use-lot-phase.ts';

/** What the round found, and how sure that is. */
export function Verdict({ lot }: { lot: TwinLot }) {
  const text = useText(twinMessages);
  const localized = useLocalized();
  const format = useFormat();
  const broken = brokenClaims(parameterViews(lot)).map(localized);
  return (
    <Card className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-3 sm:gap-x-6 sm:gap-y-1">
      <div className="sm:row-span-2">
        <Stamp kind={lotSeal(lot.state)} size="large" />
      </div>
      <h2 className="font-display text-2xl font-semibold sm:self-end">
        <SealName kind={lotSeal(lot.state)} />
      </h2>
      <div className="sm:row-span-2">{lot.gradeBps != null && <Grade bps={lot.gradeBps} large />}</div>
      <div className="col-span-3 grid gap-1.5 sm:col-span-1 sm:col-start-2 sm:self-start">
        <p>
          {lot.state === 'TRUSTED' && broken.length > 0
            ? text('twin.verdict.mixed', { count: broken.length, names: format.list(broken) })
            : text(`twin.verdict.${lot.state}`)}
        </p>
        {lot.state === 'OFFERED' ? (
          <Phase lot={lot} />
        ) : (
          <ConfidenceMeter reports={lot.reports} effectiveReports={lot.effectiveReports} />
        )}
      </div>
    </Card>
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
