import { Link } from '@tanstack/react-router';
import { assuredQualityBps } from '../../../shared/experiencers/assured-quality.ts';
import { ExperiencerName } from '../../../shared/experiencers/experiencer-name.tsx';
import { meanAccuracyBps, meanQualityBps, type TrackRecord } from '../../../shared/experiencers/track-record.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Money } from '../../../shared/ui/money.tsx';
import { recordMessages } from '../record-messages.ts';
import { Activity } from './activity.tsx';
import type { RecordOrder } from './sort-records.ts';

interface Props {
  records: readonly TrackRecord[];
  epoch: number;
  /** What the rows are sorted by is what stands in them. */
  order: RecordOrder;
}

/** Track records as lines, for phones. */
export function RecordRows({ records, epoch, order }: Props) {
  const text = useText(recordMessages);
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-card">
      {records.map((record) => (
        <li key={record.id}>
          <Link
            to="/experiencers/$id"
            params={{ id: String(record.id) }}
            className="flex min-h-16 items-center gap-3 px-4 py-2.5 -outline-offset-2"
          >
            <span className="grid min-w-0 flex-1">
              <ExperiencerName record={record} />
              <span className="flex flex-wrap items-center gap-x-2 pl-8 text-sm text-muted">
                {record.scored > 0 && text('record.sample', { scored: record.scored, won: record.won })}
                <Activity record={record} epoch={epoch} />
              </span>
            </span>
            <span className="grid shrink-0 justify-items-end leading-tight">
              <Figure record={record} order={order} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Figure({ record, order }: { record: TrackRecord; order: RecordOrder }) {
  const text = useText(recordMessages);
  const format = useFormat();
  const points = (bps: number | null) => (bps === null || record.scored === 0 ? '–' : format.points(bps));
  const figures = {
    assured: points(assuredQualityBps(record)),
    quality: points(meanQualityBps(record)),
    accuracy: points(meanAccuracyBps(record)),
    won: format.number(record.won),
    nominated: <Money amount={record.nominatedFees} />,
    newest: format.date(record.registeredAt),
  };
  const isWide = order === 'nominated' || order === 'newest';
  return (
    <>
      <span className={isWide ? 'numbers font-medium' : 'numbers font-display text-xl font-semibold'}>
        {figures[order]}
      </span>
      <span className="text-xs text-muted">{text(`record.figure.${order}`)}</span>
    </>
  );
}
