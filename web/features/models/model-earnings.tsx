import { Link } from '@tanstack/react-router';
import type { ModelQuery } from '../../generated/graphql.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { modelsMessages } from './messages.ts';

interface Props {
  openings: ModelQuery['lotOpenings'];
  /** Share of the fees of statements to come. */
  expertBps: number;
}

/** What opened statements brought the model's owner. */
export function ModelEarnings({ openings, expertBps }: Props) {
  const text = useText(modelsMessages);
  const format = useFormat();
  return (
    <Section title={text('models.earnings')} intro={text('models.earningsIntro', { share: format.bps(expertBps) })}>
      {openings.length === 0 ? (
        <EmptyState title={text('models.earningsNone')} />
      ) : (
        <DataTable
          caption={text('models.earnings')}
          rows={openings}
          first={5}
          rowKey={({ id }) => id}
          columns={[
            { key: 'when', label: text('models.when'), cell: ({ timestamp }) => <Timestamp at={timestamp} /> },
            { key: 'lot', label: text('models.lot'), cell: ({ lot }) => lot.lotCode },
            {
              key: 'epoch',
              label: text('models.epoch'),
              numeric: true,
              cell: ({ statement }) => (
                <Link
                  to="/epochs/$number"
                  params={{ number: String(statement.epoch.number) }}
                  className="text-jade underline underline-offset-4"
                >
                  {statement.epoch.number}
                </Link>
              ),
            },
            {
              key: 'orders',
              label: text('models.orders'),
              numeric: true,
              cell: ({ orders }) => format.number(BigInt(orders)),
            },
            {
              key: 'share',
              label: text('models.amount'),
              numeric: true,
              cell: ({ expertShare }) => <Money amount={expertShare} sign />,
            },
          ]}
        />
      )}
    </Section>
  );
}
