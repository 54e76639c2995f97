import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge } from '../../../shared/ui/badge.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { useLotName } from '../desk/use-lot-name.ts';
import { recordMessages } from '../record-messages.ts';
import type { RecordReport } from './use-record.ts';

/** All reports of somebody with what was staked and what came out. */
export function ReportTable({ reports }: { reports: readonly RecordReport[] }) {
  const text = useText(recordMessages);
  const format = useFormat();
  const name = useLotName();
  const points = (score: number | null | undefined) =>
    score === null || score === undefined ? '–' : format.points((score * 10_000) / 256);
  return (
    <DataTable
      caption={text('record.reportsTitle')}
      rows={reports}
      first={6}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'lot',
          label: text('record.lot'),
          cell: ({ lot }) => (
            <Link
              to="/lots/$number"
              params={{ number: String(lot.number) }}
              className="underline decoration-line-strong underline-offset-4"
            >
              {name(lot)} <span className="text-sm text-muted">{lot.lotCode}</span>
            </Link>
          ),
        },
        { key: 'epoch', label: text('record.epoch'), numeric: true, cell: ({ closingEpoch }) => String(closingEpoch) },
        { key: 'accuracy', label: text('record.accuracy'), numeric: true, cell: ({ accuracy }) => points(accuracy) },
        { key: 'quality', label: text('record.reportQuality'), numeric: true, cell: ({ quality }) => points(quality) },
        { key: 'bond', label: text('record.bond'), numeric: true, cell: ({ bond }) => <Money amount={bond} /> },
        { key: 'reward', label: text('record.reward'), numeric: true, cell: ({ reward }) => <Money amount={reward} /> },
        { key: 'result', label: text('record.result'), cell: (report) => <Result report={report} /> },
      ]}
    />
  );
}

/** Whether it won is known once its round is closed. */
function Result({ report: { state, won, penalty, quality, lot } }: { report: RecordReport }) {
  const text = useText(recordMessages);
  if (penalty !== '0') return <Badge tone="danger">{text('record.state.unrevealed')}</Badge>;
  const isDecided = lot.round?.closed === true && typeof quality === 'number';
  if (isDecided && won) return <Badge tone="jade">{text('record.wonYes')}</Badge>;
  if (isDecided) return <Badge>{text('record.wonNo')}</Badge>;
  return <Badge tone="sky">{text(`record.state.${state}`)}</Badge>;
}
