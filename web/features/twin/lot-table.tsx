import { Link } from '@tanstack/react-router';
import { PackageOpen } from 'lucide-react';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Section } from '../../shared/ui/card.tsx';
import { ConfidenceMeter } from '../../shared/ui/confidence-meter.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Seal } from '../../shared/ui/seal.tsx';
import { lotSeal } from './lot-seal.ts';
import { twinMessages } from './messages.ts';
import type { TwinCommodity } from './twin-query.ts';

/** All lots of a commodity, the newest first. */
export function LotTable({ lots }: { lots: TwinCommodity['lots'] }) {
  const text = useText(twinMessages);
  const format = useFormat();
  return (
    <Section title={text('twin.lots')}>
      {lots.length === 0 ? (
        <EmptyState icon={<PackageOpen />} title={text('twin.noLots')}>
          {text('twin.noLotsHelp')}
        </EmptyState>
      ) : (
        <DataTable
          caption={text('twin.lots')}
          rows={lots}
          first={8}
          rowKey={({ number }) => number}
          columns={[
            {
              key: 'code',
              label: text('twin.lotCode'),
              cell: ({ number, lotCode }) => (
                <Link
                  to="/lots/$number"
                  params={{ number: String(number) }}
                  className="inline-flex min-h-9 items-center font-medium text-jade underline underline-offset-4"
                >
                  {lotCode}
                </Link>
              ),
            },
            { key: 'state', label: text('twin.state'), cell: ({ state }) => <Seal kind={lotSeal(state)} /> },
            {
              key: 'reports',
              label: text('twin.confidence'),
              cell: ({ reports, effectiveReports, state }) =>
                state === 'OFFERED' ? (
                  '–'
                ) : (
                  <ConfidenceMeter reports={reports} effectiveReports={effectiveReports} compact />
                ),
            },
            {
              key: 'grade',
              label: text('twin.grade'),
              numeric: true,
              cell: ({ gradeBps }) => (gradeBps == null ? '–' : format.points(gradeBps)),
            },
          ]}
        />
      )}
    </Section>
  );
}
