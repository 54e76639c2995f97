import type { ReactNode } from 'react';
import { assuredQualityBps } from '../../../shared/experiencers/assured-quality.ts';
import { meanAccuracyBps, meanQualityBps, type TrackRecord } from '../../../shared/experiencers/track-record.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Money } from '../../../shared/ui/money.tsx';
import { recordMessages } from '../record-messages.ts';

/** The numbers of a record, each with the sample it stands on. */
export function RecordFigures({ record }: { record: TrackRecord }) {
  const text = useText(recordMessages);
  const format = useFormat();
  const points = (bps: number | null) => (bps === null ? '–' : format.points(bps));
  const sample = text('record.ofSample', { count: record.scored });
  const figures: readonly (readonly [label: string, value: ReactNode, note: ReactNode])[] = [
    [
      text('record.assured'),
      record.scored === 0 ? '–' : format.points(assuredQualityBps(record)),
      text('record.assuredHelp'),
    ],
    [text('record.quality'), points(meanQualityBps(record)), sample],
    [text('record.accuracy'), points(meanAccuracyBps(record)), sample],
    [text('record.won'), format.number(record.won), sample],
    [
      text('record.nominated'),
      <Money key="n" amount={record.nominatedFees} />,
      text('record.orders', { count: record.nominatedOrders }),
    ],
    [
      text('record.rewards'),
      <Money key="r" amount={record.rewards} />,
      <>
        {text('record.penalties')} <Money amount={record.penalties} />
      </>,
    ],
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 lg:grid-cols-3">
      {figures.map(([label, value, note]) => (
        <div key={label} className="grid content-start border-t border-line pt-3">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="numbers font-display text-2xl font-semibold">{value}</dd>
          <dd className="text-sm text-muted">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
