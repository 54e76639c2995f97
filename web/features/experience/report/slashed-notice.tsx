import { Link } from '@tanstack/react-router';
import { isSlashed } from '../../../../protocol/disputes/is-slashed.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { reportMessages } from '../report-messages.ts';
import type { OwnReport, ReportLot } from './use-report-lot.ts';

/** What a court's ruling on the round does to a report; nothing where nobody challenged it. */
export function SlashedNotice({ lot, report }: { lot: ReportLot; report: OwnReport }) {
  const text = useText(reportMessages);
  const { case: found, decision, consensus } = lot.round ?? {};
  if (!found) return null;
  const values = report.values;
  const isFar =
    decision === 'OVERTURNED' &&
    values != null &&
    consensus != null &&
    isSlashed(
      lot.revision.parameters.map(({ tolerance }, i) => ({
        value: values[i] ?? 0,
        consensus: consensus[i] ?? 0,
        tolerance: Number(tolerance),
      })),
    );
  const outcome = isFar ? 'Slashed' : decision === 'OVERTURNED' ? 'Spared' : decision ? decision : 'Open';
  return (
    <Notice
      kind={isFar ? 'error' : decision ? 'info' : 'warning'}
      title={text(`report.dispute${OUTCOMES[outcome]}`)}
      action={
        <Link to="/court/$id" params={{ id: String(found.number) }} className={buttonClass('secondary', 'small')}>
          {text('report.toCase', { number: String(found.number) })}
        </Link>
      }
    >
      {text(`report.dispute${OUTCOMES[outcome]}Help`)}
    </Notice>
  );
}

const OUTCOMES = {
  Open: 'Open',
  Slashed: 'Slashed',
  Spared: 'Spared',
  UPHELD: 'Upheld',
  VOIDED: 'Voided',
} as const;
