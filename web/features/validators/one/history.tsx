import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Section } from '../../../shared/ui/card.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Timestamp } from '../../../shared/ui/timestamp.tsx';
import { Tokens } from '../../../shared/ui/tokens.tsx';
import { validatorsMessages } from '../messages.ts';
import type { ValidatorDetails } from '../validator-page.tsx';

/** What happened to a candidacy. */
export function History({ changes }: Pick<ValidatorDetails, 'changes'>) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  return (
    <Section title={text('validators.changes')}>
      <DataTable
        caption={text('validators.changes')}
        rows={changes}
        first={8}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            label: text('validators.what'),
            cell: ({ kind, amount, commissionBps }) =>
              text(`validators.change.${kind}`, {
                amount: format.token(amount),
                rate: format.bps(commissionBps),
              }),
          },
          {
            key: 'bond',
            label: text('validators.selfBond'),
            numeric: true,
            cell: ({ selfBond }) => <Tokens amount={selfBond} />,
          },
          {
            key: 'when',
            label: text('validators.when'),
            numeric: true,
            cell: ({ timestamp }) => <Timestamp at={timestamp} />,
          },
        ]}
      />
    </Section>
  );
}
