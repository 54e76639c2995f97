import { epochAmounts } from '../../../protocol/token/emission.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Card, Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Disclosure } from '../../shared/ui/disclosure.tsx';
import { ExplorerLink } from '../../shared/ui/explorer-link.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { EmissionChart } from './emission-chart.tsx';
import { EPOCHS_PER_ERA, emissionRows } from './emission-view.ts';
import { treasuryMessages } from './messages.ts';
import type { TreasuryData } from './treasury-queries.ts';

/** Epochs listed; those before are in the index, too. */
const LISTED = 60;

interface Props {
  data: TreasuryData;
  emission: NonNullable<TreasuryData['emission']>;
  epoch: number;
}

/** The schedule with its halvings, where it stands, and what each epoch came to. */
export function EmissionSection({ data, emission: { firstEpoch }, epoch }: Props) {
  const text = useText(treasuryMessages);
  const elapsed = Math.max(0, epoch - firstEpoch);
  const { winners, treasury } = epochAmounts(elapsed);
  const halving = firstEpoch + (Math.floor(elapsed / EPOCHS_PER_ERA) + 1) * EPOCHS_PER_ERA;
  const rows = emissionRows(firstEpoch, epoch, data.emissionEpoches, LISTED);
  return (
    <Section title={text('treasury.emission')} intro={text('treasury.emissionHelp')}>
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:gap-10">
        <EmissionChart firstEpoch={firstEpoch} epoch={epoch} />
        <div className="content-center grid">
          <Facts
            facts={[
              [text('treasury.perEpoch'), <Tokens key="a" amount={winners + treasury} />],
              [text('treasury.forWinners'), <Tokens key="w" amount={winners} />],
              [text('treasury.forTreasury'), <Tokens key="t" amount={treasury} />],
              [
                text('treasury.nextHalving'),
                text('treasury.halvingIn', { epoch: String(halving), count: halving - epoch }),
              ],
            ]}
          />
        </div>
      </Card>
      <h3 className="font-display text-lg font-semibold">{text('treasury.epochs')}</h3>
      {rows.length === 0 ? (
        <p className="text-muted">{text('treasury.epochsNone', { epoch: String(firstEpoch) })}</p>
      ) : (
        <DataTable
          caption={text('treasury.epochs')}
          rows={rows}
          first={6}
          rowKey={(row) => row.epoch}
          columns={[
            { key: 'epoch', label: text('treasury.epoch'), cell: (row) => String(row.epoch) },
            {
              key: 'winners',
              label: text('treasury.forWinners'),
              numeric: true,
              cell: (row) => <Tokens amount={row.winners} />,
            },
            {
              key: 'claimed',
              label: text('treasury.claimed'),
              numeric: true,
              cell: (row) => <Tokens amount={row.claimed} />,
            },
            { key: 'rounds', label: text('treasury.rounds'), numeric: true, cell: (row) => String(row.rounds) },
            { key: 'stage', label: text('treasury.state'), cell: (row) => text(`treasury.stage.${row.stage}`) },
          ]}
        />
      )}
      <Mints mints={data.treasuryMints} />
    </Section>
  );
}

function Mints({ mints }: { mints: TreasuryData['treasuryMints'] }) {
  const text = useText(treasuryMessages);
  const format = useFormat();
  return (
    <Disclosure summary={text('treasury.mints')}>
      {mints.length === 0 ? (
        <p className="text-muted">{text('treasury.mintsNone')}</p>
      ) : (
        <ul className="grid gap-2">
          {mints.map(({ id, fromEpoch, untilEpoch, amount, timestamp, transactionHash }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1">
              <span>
                {text('treasury.mintOf', {
                  count: untilEpoch - fromEpoch,
                  from: String(fromEpoch),
                  until: String(untilEpoch - 1),
                })}
              </span>
              <span className="numbers">{format.token(amount)} CTT</span>
              <span className="text-sm text-muted">
                <Timestamp at={timestamp} />
              </span>
              <ExplorerLink hash={transactionHash} />
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
