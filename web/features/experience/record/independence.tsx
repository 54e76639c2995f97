import type { TrackRecord } from '../../../shared/experiencers/track-record.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Card } from '../../../shared/ui/card.tsx';
import { recordMessages } from '../record-messages.ts';
import type { RecordReport } from './use-record.ts';

/** What speaks for a reporter's independence, and what cannot be known. */
export function Independence({ record, reports }: { record: TrackRecord; reports: readonly RecordReport[] }) {
  const text = useText(recordMessages);
  const format = useFormat();
  const staked = reports.reduce((sum, { bond }) => sum + BigInt(bond), 0n);
  const producers = new Set(reports.map(({ lot }) => lot.producer.id)).size;
  return (
    <Card className="grid gap-3">
      <h2 className="font-display text-xl font-semibold">{text('record.independence')}</h2>
      <ul className="grid list-disc gap-2 pl-5">
        <li>{text('record.independencePoint1')}</li>
        <li>{text('record.independencePoint2')}</li>
        {reports.length > 0 && (
          <>
            <li>{text('record.independencePoint3', { staked: format.amount(staked) })}</li>
            <li>{text('record.producers', { count: producers })}</li>
          </>
        )}
        {record.nominatedOrders > 0 && (
          <li>{text('record.independencePoint4', { fees: format.amount(record.nominatedFees) })}</li>
        )}
      </ul>
      <p className="text-sm text-muted">{text('record.independenceSelf')}</p>
    </Card>
  );
}
