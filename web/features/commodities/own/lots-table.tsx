import { Link } from '@tanstack/react-router';
import { useText } from '../../../shared/i18n/use-text.ts';
import { Badge, type Tone } from '../../../shared/ui/badge.tsx';
import { CountDown } from '../../../shared/ui/count-down.tsx';
import { DataTable } from '../../../shared/ui/data-table.tsx';
import { Money } from '../../../shared/ui/money.tsx';
import { Grade, Seal, type SealKind } from '../../../shared/ui/seal.tsx';
import type { LotTask } from '../lot-task.ts';
import { commoditiesMessages } from '../messages.ts';
import type { IndexedLot, LotRow } from './lot-row.ts';

export const LOT_SEALS: Readonly<Record<IndexedLot['state'], SealKind>> = {
  OFFERED: 'Offered',
  TRUSTED: 'Trusted',
  FLAGGED: 'Flagged',
  UNPROVEN: 'Unproven',
  SUSPENDED: 'Suspended',
};

const TASK_TONES: Readonly<Record<LotTask, Tone>> = {
  unseal: 'danger',
  missed: 'danger',
  price: 'amber',
  waitForUnseal: 'neutral',
  none: 'neutral',
};

interface EarningLot extends IndexedLot {
  readonly gradeBps: number | null;
  readonly sales: string;
  readonly fees: string;
  readonly commissions: string;
}

/** What a producer got of a lot's settled sales. */
export function earnedOf({ sales, fees, commissions }: Pick<EarningLot, 'sales' | 'fees' | 'commissions'>): bigint {
  return BigInt(sales) - BigInt(fees) - BigInt(commissions);
}

/** A producer's lots with phase, deadline, task and earnings. */
export function LotsTable({ rows }: { rows: readonly LotRow<EarningLot>[] }) {
  const text = useText(commoditiesMessages);
  return (
    <DataTable
      caption={text('produce.lots')}
      rows={rows}
      rowKey={({ lot }) => lot.number}
      columns={[
        {
          key: 'lot',
          label: text('produce.lot'),
          cell: ({ lot }) => (
            <Link
              to="/produce/lots/$number"
              params={{ number: String(lot.number) }}
              className="inline-flex min-h-9 items-center font-medium text-jade underline underline-offset-4"
            >
              {lot.lotCode}
            </Link>
          ),
        },
        { key: 'state', label: text('produce.state'), cell: ({ lot }) => <Seal kind={LOT_SEALS[lot.state]} /> },
        { key: 'phase', label: text('produce.phase'), cell: ({ phase }) => text(`produce.phase.${phase}`) },
        {
          key: 'until',
          label: text('produce.until'),
          cell: ({ phaseEndsAt }) => (phaseEndsAt === null ? '—' : <CountDown until={phaseEndsAt} />),
        },
        {
          key: 'task',
          label: text('produce.task'),
          cell: ({ task }) => <Badge tone={TASK_TONES[task]}>{text(`produce.task.${task}`)}</Badge>,
        },
        {
          key: 'grade',
          label: text('produce.grade'),
          numeric: true,
          cell: ({ lot }) => (lot.gradeBps === null ? '—' : <Grade bps={lot.gradeBps} />),
        },
        {
          key: 'earned',
          label: text('produce.earned'),
          numeric: true,
          cell: ({ lot }) => <Money amount={earnedOf(lot)} />,
        },
      ]}
    />
  );
}
