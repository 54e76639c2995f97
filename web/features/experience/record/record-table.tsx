import { Link } from '@tanstack/react-router';
import { assuredQualityBps } from '../../../shared/experiencers/assured-quality.ts';
import { ExperiencerName } from '../../../shared/experiencers/experiencer-name.tsx';
import { meanAccuracyBps, meanQualityBps, type TrackRecord } from '../../../shared/experiencers/track-record.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { recordMessages } from '../record-messages.ts';
import { Activity } from './activity.tsx';

/** Track records side by side. */
export function RecordTable({ records, epoch }: { records: readonly TrackRecord[]; epoch: number }) {
  const text = useText(recordMessages);
  const format = useFormat();
  const points = (bps: number | null) => (bps === null ? '–' : format.points(bps));
  return (
    <DataTable
      caption={text('record.directory')}
      rows={records}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          label: text('record.who'),
          cell: (record) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              <Link
                to="/experiencers/$id"
                params={{ id: String(record.id) }}
                className="underline decoration-line-strong underline-offset-4"
              >
                <ExperiencerName record={record} />
              </Link>
              <Activity record={record} epoch={epoch} />
            </span>
          ),
        },
        {
          key: 'assured',
          label: text('record.assured'),
          numeric: true,
          cell: (record) => <b>{record.scored === 0 ? '–' : format.points(assuredQualityBps(record))}</b>,
        },
        {
          key: 'quality',
          label: text('record.quality'),
          numeric: true,
          cell: (record) => points(meanQualityBps(record)),
        },
        {
          key: 'accuracy',
          label: text('record.accuracy'),
          numeric: true,
          cell: (record) => points(meanAccuracyBps(record)),
        },
        { key: 'reports', label: text('record.reports'), numeric: true, cell: ({ scored }) => format.number(scored) },
        { key: 'won', label: text('record.won'), numeric: true, cell: ({ won }) => format.number(won) },
        {
          key: 'nominated',
          label: text('record.nominated'),
          numeric: true,
          cell: ({ nominatedFees }) => <Money amount={nominatedFees} />,
        },
      ]}
    />
  );
}
