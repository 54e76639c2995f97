import { Link } from '@tanstack/react-router';
import type { Order } from '../../../../relay/api/orders.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useText } from '../../../shared/i18n/use-text.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Card } from '../../../shared/ui/card.tsx';
import { ordersMessages } from '../messages.ts';

/** Where the order's money is on chain. */
export function StatementCard({ statement }: { statement: NonNullable<Order['statement']> }) {
  const text = useText(ordersMessages);
  const format = useFormat();
  const { epoch, status, opensAt } = statement;
  return (
    <Card className="flex flex-wrap items-center justify-between gap-4">
      <div className="flex-1 basis-64">
        <h2 className="font-medium">{text('orders.statement', { epoch: String(epoch) })}</h2>
        <p className="text-sm text-muted">
          {text(`orders.statement.${status}`, { date: opensAt === null ? '…' : format.dateTime(opensAt) })}
        </p>
      </div>
      <Link to="/epochs/$number" params={{ number: String(epoch) }} className={buttonClass()}>
        {text('orders.toEpochs')}
      </Link>
    </Card>
  );
}
