import { Link } from '@tanstack/react-router';
import type { Address } from 'viem';
import type { StatementSummary } from '../../../relay/api/statements.ts';
import type { EpochQuery } from '../../generated/graphql.ts';
import { useAccountName } from '../../shared/chain/use-account-name.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { shortHex } from '../../shared/format/short-hex.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Badge, type Tone } from '../../shared/ui/badge.tsx';
import { Card } from '../../shared/ui/card.tsx';
import { CopyButton } from '../../shared/ui/copy-button.tsx';
import { CountDown } from '../../shared/ui/count-down.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Timestamp } from '../../shared/ui/timestamp.tsx';
import { Tooltip } from '../../shared/ui/tooltip.tsx';
import { epochsMessages } from './messages.ts';
import { OrderFilePanel } from './order-file-panel.tsx';
import { StatementCases } from './statement-cases.tsx';
import { postedStatus, type StatementStatus } from './statement-status.ts';

type Statement = NonNullable<EpochQuery['epoch']>['statements'][number];

export const STATUS_TONES: Record<StatementStatus, Tone> = {
  collecting: 'sky',
  building: 'sky',
  sent: 'sky',
  posted: 'amber',
  opening: 'sky',
  opened: 'jade',
  empty: 'neutral',
  swept: 'neutral',
};

interface Props {
  statement: Statement;
  epoch: number;
  /** Of its receipts. */
  challenges: NonNullable<EpochQuery['epoch']>['challengesOfReceipts'];
  /** What its platform's relay says of it; undefined: it is another platform's, or does not answer. */
  relay: StatementSummary | undefined;
}

/** A statement on chain with its money, roots and order file. */
export function StatementCard({ statement, epoch, challenges, relay }: Props) {
  const text = useText(epochsMessages);
  const format = useFormat();
  const now = useNow() ?? 0;
  const name = useAccountName(statement.platform.operator.id as Address);
  const status = postedStatus(
    {
      remaining: BigInt(statement.remaining),
      deposit: BigInt(statement.deposit),
      communeShare: BigInt(statement.communeShare),
      opensAt: Number(statement.opensAt),
      swept: statement.swept,
    },
    relay?.status,
    now,
  );
  const opened = text('epochs.leavesCount', {
    lots: statement.lotOpenings.length,
    recommenders: statement.recommenderOpenings.length,
  });
  return (
    <Card className="grid gap-5 lg:grid-cols-2 lg:gap-8">
      <div className="grid content-start gap-4">
        <p className="flex flex-wrap items-center gap-3">
          <strong className="font-display text-lg font-semibold">
            <Link
              to="/platforms/$id"
              params={{ id: String(statement.platform.number) }}
              className="underline decoration-line-strong underline-offset-4"
            >
              {name ?? text('epochs.platform', { number: String(statement.platform.number) })}
            </Link>
          </strong>
          <Badge tone={STATUS_TONES[status]}>{text(`epochs.status.${status}`)}</Badge>
        </p>
        <Facts
          facts={[
            [text('epochs.orders'), format.number(BigInt(statement.orders))],
            [text('epochs.sales'), <Money key="sales" amount={statement.sales} />],
            [text('epochs.fees'), <Money key="fees" amount={statement.fees} />],
            [text('epochs.commissions'), <Money key="commissions" amount={statement.commissions} />],
            [text('epochs.deposit'), <Money key="deposit" amount={statement.deposit} exact />],
            [
              <Tooltip key="remaining" tip={text('epochs.remainingHelp')}>
                {text('epochs.remaining')}
              </Tooltip>,
              <Money key="left" amount={statement.remaining} exact />,
            ],
            [
              text('epochs.leaves'),
              relay
                ? text('epochs.leavesOf', { opened: relay.openedLeaves, all: relay.leaves, detail: opened })
                : opened,
            ],
            [text('epochs.postedAt'), <Timestamp key="posted" at={statement.timestamp} />],
            [
              text('epochs.opensAt'),
              <span key="opens" className="inline-flex flex-wrap justify-end gap-x-2">
                <Timestamp at={statement.opensAt} />
                {now < Number(statement.opensAt) && <CountDown until={Number(statement.opensAt)} />}
              </span>,
            ],
          ]}
        />
      </div>
      <div className="grid content-start gap-4">
        <Root label={text('epochs.lotRoot')} root={statement.lotRoot} depth={statement.lotDepth} />
        <Root
          label={text('epochs.recommenderRoot')}
          root={statement.recommenderRoot}
          depth={statement.recommenderDepth}
        />
        <OrderFilePanel
          cid={statement.dataCid}
          statement={{
            platformId: statement.platform.number,
            epoch,
            dataDigest: statement.dataDigest,
            orders: BigInt(statement.orders),
            sales: BigInt(statement.sales),
            fees: BigInt(statement.fees),
            commissions: BigInt(statement.commissions),
          }}
        />
      </div>
      <StatementCases statement={statement} epoch={epoch} challenges={challenges} />
    </Card>
  );
}

function Root({ label, root, depth }: { label: string; root: string; depth: number }) {
  const text = useText(epochsMessages);
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-3">
      <span className="text-muted">{label}</span>
      <span className="inline-flex items-center gap-2">
        <code className="font-mono text-sm">{shortHex(root, 6)}</code>
        <span className="text-sm text-muted">{text('epochs.depth', { depth })}</span>
        <CopyButton value={root} label={label} />
      </span>
    </p>
  );
}
