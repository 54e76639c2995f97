import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Address } from 'viem';
import { Winnings } from '../../shared/cases/winnings.tsx';
import { useText } from '../../shared/i18n/use-text.ts';
import { Card } from '../../shared/ui/card.tsx';
import { Coins } from '../../shared/ui/coins.tsx';
import { Facts } from '../../shared/ui/facts.tsx';
import { Money } from '../../shared/ui/money.tsx';
import { QueryView } from '../../shared/ui/query-view.tsx';
import { Tokens } from '../../shared/ui/tokens.tsx';
import { useBalances } from '../../shared/wallet/use-balances.ts';
import { walletMessages } from '../../shared/wallet/wallet-messages.ts';
import type { AccountDetails } from './account-queries.ts';
import { accountMessages } from './messages.ts';
import { rolesOf } from './roles.ts';

/** Roles with their pages, balances, and what the account has earned. */
export function Holdings({ address, account }: { address: Address; account: AccountDetails | null }) {
  const text = useText(accountMessages);
  const wallet = useText(walletMessages);
  const balances = useBalances(address);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
      <Card className="grid gap-4">
        <h2 className="font-display text-xl font-semibold">{text('account.roles')}</h2>
        <Roles account={account} />
      </Card>
      <Card className="grid gap-4">
        <h2 className="font-display text-xl font-semibold">{text('account.money')}</h2>
        <QueryView query={balances}>
          {({ asset, token, gas }) => (
            <Facts
              facts={[
                [wallet('wallet.balance'), <Money key="a" amount={asset} />],
                [wallet('wallet.tokens'), <Tokens key="t" amount={token} />],
                [wallet('wallet.gasMoney'), <Coins key="g" amount={gas} />],
                ...earned(account, text('account.earned')),
              ]}
            />
          )}
        </QueryView>
        <Winnings account={address} />
      </Card>
    </div>
  );
}

/** Everything that was ever credited or paid for work, in the asset. */
function earned(account: AccountDetails | null, label: string): readonly (readonly [ReactNode, ReactNode])[] {
  if (!account) return [];
  const { validatorRewards, expertEarned, commissionsEarned, bountiesEarned, experiencer } = account;
  const sum = [validatorRewards, expertEarned, commissionsEarned, bountiesEarned, experiencer?.rewards ?? '0'].reduce(
    (total, amount) => total + BigInt(amount),
    0n,
  );
  return sum === 0n ? [] : [[label, <Money key="e" amount={sum} />]];
}

const CHIP =
  'inline-flex min-h-11 items-center gap-2 rounded-full border border-line px-4 hover:border-jade hover:bg-jade-soft';

function Roles({ account }: { account: AccountDetails | null }) {
  const text = useText(accountMessages);
  const roles = rolesOf(account);
  if (roles.length === 0) return <p className="text-muted">{text('account.rolesNone')}</p>;
  return (
    <ul className="flex flex-wrap gap-2">
      {roles.map(({ role, count, to }) => (
        <li key={`${role}/${count}`}>
          <Link to={to} className={CHIP}>
            {text(`account.role.${role}`, { count })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
