import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { useLotName } from '../desk/use-lot-name.ts';
import { recordMessages } from '../record-messages.ts';
import type { FoundRecord } from './use-record.ts';

/** What buyers put in somebody's name, by lot. */
export function NominationTable({ nominations }: { nominations: FoundRecord['nominations'] }) {
  const text = useText(recordMessages);
  const format = useFormat();
  const name = useLotName();
  return (
    <DataTable
      caption={text('record.nominations')}
      rows={nominations}
      first={5}
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
        {
          key: 'orders',
          label: text('record.orderCount'),
          numeric: true,
          cell: ({ orders }) => format.number(Number(orders)),
        },
        { key: 'fees', label: text('record.fees'), numeric: true, cell: ({ fees }) => <Money amount={fees} /> },
      ]}
    />
  );
}
