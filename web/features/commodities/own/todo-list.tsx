import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { commoditiesMessages } from '../messages.ts';
import { type IndexedLot, type LotRow, urgentRows } from './lot-row.ts';

/** What cannot wait, most urgent first. */
export function TodoList({ rows, now }: { rows: readonly LotRow[]; now: number }) {
  const text = useText(commoditiesMessages);
  const format = useFormat();
  const urgent = urgentRows(rows);
  if (urgent.length === 0) return <p className="text-muted">{text('produce.todoNone')}</p>;
  const sentence = ({ lot, task, taskUntil }: LotRow<IndexedLot>) => {
    const values = { lot: lot.lotCode, amount: format.amount(lot.sealCharge) };
    if (task === 'price') return text('produce.priceUntil', values);
    if (task === 'missed') return text('produce.missed', values);
    return text('produce.unsealUntil', { ...values, duration: format.duration((taskUntil ?? now) - now) });
  };
  return (
    <ul className="grid gap-3">
      {urgent.map((row) => (
        <li key={row.lot.number}>
          <Notice
            kind={row.task === 'price' ? 'warning' : 'error'}
            action={
              row.task !== 'missed' && (
                <Link
                  to="/produce/lots/$number"
                  params={{ number: String(row.lot.number) }}
                  className={buttonClass('primary', 'small')}
                >
                  {text(`produce.task.${row.task}`)}
                </Link>
              )
            }
          >
            {sentence(row)}
          </Notice>
        </li>
      ))}
    </ul>
  );
}
