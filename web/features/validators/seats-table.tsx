import { Scale } from 'lucide-react';
import { shareBps } from '../../shared/format/share-bps.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge } from '../../shared/ui/badge.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Power } from '../../shared/ui/power.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { CandidateName } from '../../shared/validators/candidate-name.tsx';
import { electionOf, type TermNow } from './election-view.ts';
import { validatorsMessages } from './messages.ts';
import { usePowers } from './use-powers.ts';
import type { ValidatorsData } from './validators-page.tsx';

/** Who sits in the term of now. */
export function SeatsTable({ data, now: { term } }: { data: ValidatorsData; now: TermNow }) {
  const text = useText(validatorsMessages);
  const format = useFormat();
  const seated = electionOf(data.elections, term);
  const powers = usePowers(
    seated?.term,
    (seated?.seats ?? []).map(({ candidate }) => candidate.number),
  ).data;
  if (!seated) {
    return (
      <EmptyState icon={<Scale />} title={text('validators.nobodySits')}>
        {text('validators.nobodySitsHelp')}
      </EmptyState>
    );
  }
  const earned = data.termRewards_collection[0];
  const slashed = new Set(
    data.seatSlashes.filter((slash) => slash.term === term).map(({ candidate }) => candidate.number),
  );
  const total = BigInt(seated.weight);
  return (
    <div className="grid gap-4">
      {seated.term < term && <Notice>{text('validators.oldSeats', { term: String(seated.term) })}</Notice>}
      <DataTable
        caption={text('validators.tab.seats')}
        rows={seated.seats}
        first={10}
        rowKey={({ index }) => index}
        columns={[
          {
            key: 'validator',
            label: text('validators.validator'),
            cell: ({ candidate }) => (
              <span className="flex flex-wrap items-center gap-2">
                <CandidateName candidate={candidate} linked />
                {slashed.has(candidate.number) && <Badge tone="danger">{text('validators.slashedNow')}</Badge>}
              </span>
            ),
          },
          {
            key: 'support',
            label: text('validators.support'),
            numeric: true,
            cell: ({ support }) => <Tokens amount={support} />,
          },
          {
            key: 'power',
            label: text('validators.powerShort'),
            numeric: true,
            cell: ({ candidate }) => {
              const power = powers?.get(candidate.number);
              return power === undefined ? '…' : <Power amount={power} />;
            },
          },
          {
            key: 'weight',
            label: text('validators.weight'),
            numeric: true,
            cell: ({ weight }) => format.bps(shareBps(BigInt(weight), total)),
          },
          {
            key: 'commission',
            label: text('validators.commission'),
            numeric: true,
            cell: ({ commissionBps }) => format.bps(commissionBps),
          },
          ...(earned
            ? [
                {
                  key: 'earned',
                  label: text('validators.earnedIn', { term: String(earned.term) }),
                  numeric: true,
                  cell: ({ candidate }: (typeof seated.seats)[number]) => {
                    const seat = earned.seats.find((one) => one.candidate.number === candidate.number);
                    return seat ? <Money amount={seat.reward} /> : '–';
                  },
                },
              ]
            : []),
        ]}
      />
      <p className="text-sm text-muted">{text('validators.weightHelp')}</p>
    </div>
  );
}
