import { Link } from '@tanstack/react-router';
import { useText } from '../../shared/i18n/use-text.ts';
import { Section } from '../../shared/ui/card.tsx';
import { DataTable } from '../../shared/ui/data-table.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import type { AccountDetails } from './account-queries.ts';
import { accountMessages } from './messages.ts';

/** What an account has put up and could lose, and where it gets it back. */
export function Bonds({ account }: { account: AccountDetails }) {
  const text = useText(accountMessages);
  const rows = bondsOf(account);
  return (
    <Section title={text('account.bonds')} intro={text('account.bondsHelp')}>
      {rows.length === 0 ? (
        <p className="text-muted">{text('account.bondsNone')}</p>
      ) : (
        <DataTable
          caption={text('account.bonds')}
          rows={rows}
          rowKey={({ what }) => what}
          columns={[
            {
              key: 'what',
              label: text('account.what'),
              cell: ({ what, to }) => (
                <Link to={to} className="underline decoration-line-strong underline-offset-4 hover:text-jade">
                  {text(`account.bond.${what}`)}
                </Link>
              ),
            },
            {
              key: 'amount',
              label: text('account.amount'),
              numeric: true,
              cell: ({ amount, isToken }) => (isToken ? <Tokens amount={amount} /> : <Money amount={amount} exact />),
            },
            { key: 'until', label: text('account.until'), cell: ({ what }) => text(`account.bondUntil.${what}`) },
          ]}
        />
      )}
    </Section>
  );
}

type What =
  | 'models'
  | 'commodities'
  | 'reports'
  | 'challenges'
  | 'platforms'
  | 'platformLeaving'
  | 'selfBond'
  | 'selfBondLeaving'
  | 'juror'
  | 'stake'
  | 'stakeLeaving';

interface Bond {
  readonly what: What;
  readonly amount: bigint;
  readonly isToken: boolean;
  readonly to: string;
}

function bondsOf({
  models,
  commodities,
  experiencer,
  challenges,
  platforms,
  candidate,
  voter,
}: AccountDetails): Bond[] {
  const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n);
  const asset = (what: What, amounts: readonly string[], to: string): Bond => ({
    ...{ what, amount: sum(amounts), isToken: false, to },
  });
  const token = (what: What, amount: string | undefined, to: string): Bond => ({
    ...{ what, amount: BigInt(amount ?? 0), isToken: true, to },
  });
  const platform = `/platforms/${platforms[0]?.number ?? ''}`;
  return [
    asset(
      'models',
      models.filter(({ bondWithdrawn }) => !bondWithdrawn).map(({ bond }) => bond),
      '/models',
    ),
    asset(
      'commodities',
      commodities.map(({ bond }) => bond),
      '/produce',
    ),
    asset('reports', [experiencer?.bonded ?? '0'], '/experience'),
    asset(
      'challenges',
      challenges.map(({ bond }) => bond),
      '/court',
    ),
    asset(
      'platforms',
      platforms.map(({ bond }) => bond),
      platform,
    ),
    asset(
      'platformLeaving',
      platforms.map(({ leaving }) => leaving),
      platform,
    ),
    token('selfBond', candidate?.selfBond, '/validators'),
    token('selfBondLeaving', candidate?.leaving, '/validators'),
    token('juror', candidate?.locked, '/court'),
    token('stake', voter?.stake, '/validators'),
    token('stakeLeaving', voter?.leaving, '/validators'),
  ].filter(({ amount }) => amount > 0n);
}
