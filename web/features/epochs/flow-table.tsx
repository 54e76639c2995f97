import { useText } from '../../shared/i18n/use-text.ts';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { amountTo, useShare } from './flow-picture.tsx';
import { epochsMessages } from './messages.ts';
import { type FlowLink, RECIPIENTS } from './money-flow.ts';

/** The same as the picture, to be read. */
export function FlowTable({ links }: { links: readonly FlowLink[] }) {
  const text = useText(epochsMessages);
  const share = useShare(links);
  const rows = RECIPIENTS.map((node) => ({ node, amount: amountTo(links, node) }));
  return (
    <DataTable
      caption={text('epochs.flow')}
      rows={rows}
      rowKey={({ node }) => node}
      columns={[
        { key: 'who', label: text('epochs.who'), cell: ({ node }) => text(`epochs.node.${node}`) },
        {
          key: 'share',
          label: text('epochs.what'),
          cell: ({ node }) => text(`epochs.share.${node}`, { share: share(node) }),
        },
        {
          key: 'amount',
          label: text('epochs.amount'),
          numeric: true,
          cell: ({ amount }) => <Money amount={amount} exact />,
        },
      ]}
    />
  );
}
