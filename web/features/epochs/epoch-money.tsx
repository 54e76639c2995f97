import { depositOf } from '../../../protocol/settlement/deposit-of.ts';
import type { StatementSummary } from '../../../relay/api/statements.ts';
import type { EpochQuery } from '../../generated/graphql.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Card, Section } from '../../shared/ui/card.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { BOND_PAYEES, bondMoney } from './bond-money.ts';
import { FlowPicture } from './flow-picture.tsx';
import { epochsMessages } from './messages.ts';
import { moneyFlow, type SettledMoney } from './money-flow.ts';

interface Props extends Pick<EpochQuery, 'epoch' | 'protocol'> {
  relay: StatementSummary | undefined;
}

/** Where the money of an epoch's orders goes: as settled, or as far as the relay knows it. */
export function EpochMoney({ epoch, protocol, relay }: Props) {
  const text = useText(epochsMessages);
  const settled: SettledMoney[] = (epoch?.statements ?? []).map((statement) => ({
    sales: BigInt(statement.sales),
    fees: BigInt(statement.fees),
    commissions: BigInt(statement.commissions),
    communeShare: BigInt(statement.communeShare),
    expertBps: statement.expertBps,
    experiencerBps: statement.experiencerBps,
  }));
  const expected = settled.length === 0 && protocol && relay ? [expectedMoney(protocol, relay)] : [];
  const links = moneyFlow([...settled, ...expected]);
  return (
    <Section title={text('epochs.flow')}>
      {links.length === 0 ? (
        <EmptyState title={text('epochs.flowNone')}>{text('epochs.flowNoneHelp')}</EmptyState>
      ) : (
        <>
          {expected.length > 0 && <Notice>{text('epochs.flowEstimate')}</Notice>}
          <Card>
            <FlowPicture links={links} />
          </Card>
        </>
      )}
      {epoch && settled.length > 0 && (
        <Card>
          <h3 className="mb-1 font-medium">{text('epochs.paid')}</h3>
          <p className="mb-3 text-sm text-muted">{text('epochs.paidIntro')}</p>
          <dl className="grid gap-x-6 gap-y-2 sm:grid-flow-col sm:auto-cols-fr">
            <Paid to={text('epochs.paidPots')} amount={epoch.potsPaid} />
            <Paid to={text('epochs.paidExperts')} amount={epoch.expertsPaid} />
            <Paid to={text('epochs.paidRecommenders')} amount={epoch.recommendersPaid} />
            {epoch.swept !== '0' && <Paid to={text('epochs.paidSwept')} amount={epoch.swept} />}
          </dl>
        </Card>
      )}
      <FromBonds challenges={epoch?.challengesOfReceipts ?? []} />
    </Section>
  );
}

/** What came from bonds of platforms that did not settle what they had signed. */
function FromBonds({ challenges }: { challenges: NonNullable<EpochQuery['epoch']>['challengesOfReceipts'] }) {
  const text = useText(epochsMessages);
  const paid = bondMoney(challenges);
  if (!paid) return null;
  return (
    <Card>
      <h3 className="mb-1 font-medium">{text('epochs.bonds')}</h3>
      <p className="mb-3 text-sm text-muted">{text('epochs.bondsIntro')}</p>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-flow-col sm:auto-cols-fr">
        {BOND_PAYEES.filter((payee) => paid[payee] > 0n).map((payee) => (
          <Paid key={payee} to={text(`epochs.bonds.${payee}`)} amount={String(paid[payee])} />
        ))}
      </dl>
    </Card>
  );
}

function Paid({ to, amount }: { to: string; amount: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4 sm:grid sm:justify-start sm:gap-0">
      <dt className="text-muted sm:text-sm">{to}</dt>
      <dd className="sm:text-lg">
        <Money amount={amount} exact />
      </dd>
    </div>
  );
}

function expectedMoney(rates: NonNullable<EpochQuery['protocol']>, relay: StatementSummary): SettledMoney {
  const totals = { sales: BigInt(relay.sales), fees: BigInt(relay.fees), commissions: BigInt(relay.commissions) };
  return { ...totals, ...rates, communeShare: depositOf(totals, rates).commune };
}
