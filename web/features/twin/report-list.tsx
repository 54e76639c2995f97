import { FlaskConical } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { uiMessages } from '../../shared/ui/ui-messages.ts';
import type { ParameterView } from './parameter-view.ts';
import { reportMessages } from './report-messages.ts';
import { ReportRow } from './report-row.tsx';
import { isSlashedReport, type TwinLot } from './twin-query.ts';

const SHOWN_AT_FIRST = 3;

interface Props {
  lot: TwinLot;
  parameters: readonly ParameterView[];
}

/** Who measured the lot, what he found, and what he put at stake: those that weigh most, and the rest one tap away. */
export function ReportList({ lot, parameters }: Props) {
  const text = useText(reportMessages);
  const { reports } = lot.round;
  return (
    <Section title={text('twin.reports')} intro={reports.length > 0 && text('twin.reportsIntro')}>
      {reports.length === 0 ? (
        <EmptyState icon={<FlaskConical />} title={text('twin.noReports')}>
          {text('twin.noReportsHelp')}
        </EmptyState>
      ) : (
        <Rows lot={lot} parameters={parameters} />
      )}
    </Section>
  );
}

function Rows({ lot, parameters }: Props) {
  const text = useText(reportMessages);
  const ui = useText(uiMessages);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [all, setAll] = useState(false);
  const { totalWeight } = lot.round;
  const reports = lot.round.reports.toSorted((a, b) => Number(isSlashedReport(a)) - Number(isSlashedReport(b)));
  const shown = all ? reports : reports.slice(0, SHOWN_AT_FIRST);
  // Reading goes on at the first of those that have come.
  useEffect(() => {
    if (all) (list.current?.children[SHOWN_AT_FIRST] as HTMLElement | undefined)?.focus({ preventScroll: true });
  }, [all]);
  return (
    <>
      <ul
        id={id}
        ref={list}
        className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-card"
      >
        {shown.map((report) => (
          <li key={report.experiencer.number} tabIndex={-1} className="-outline-offset-2">
            <ReportRow
              report={report}
              parameters={parameters}
              totalWeight={BigInt(totalWeight)}
              isOver={lot.state !== 'OFFERED'}
            />
          </li>
        ))}
      </ul>
      {reports.length > SHOWN_AT_FIRST && (
        <Button className="justify-self-center" aria-expanded={all} aria-controls={id} onClick={() => setAll(!all)}>
          {all ? ui('ui.showFewer') : text('twin.allReports', { count: reports.length })}
        </Button>
      )}
    </>
  );
}
