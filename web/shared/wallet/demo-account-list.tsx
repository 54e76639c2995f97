import { useMemo } from 'react';
import type { DemoAccount } from '../../app/config.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { shortHex } from '../format/short-hex.ts';
import { useLocalized } from '../i18n/use-localized.ts';
import { useText } from '../i18n/use-text.ts';
import { Identicon } from '../ui/identicon.tsx';
import { groupAccounts } from './group-accounts.ts';
import { useAccount } from './use-account.ts';
import { useDemoSelect } from './use-demo-select.ts';
import { walletMessages } from './wallet-messages.ts';

/** Accounts of the local chain by role, to act as one of them. */
export function DemoAccountList({ query, onDone }: { query: string; onDone: () => void }) {
  const text = useText(walletMessages);
  const { local } = useAppConfig();
  const groups = useMemo(
    () => groupAccounts(local?.accounts ?? [], query, (role) => text(`wallet.role.${role}`)),
    [local, query, text],
  );
  if (groups.length === 0) return <p className="text-muted">{text('wallet.nobody')}</p>;
  return groups.map(({ role, accounts }) => (
    <section key={role} className="grid gap-1">
      <h4 className="text-sm text-muted">
        {role === 'visitor' ? text('wallet.recommended') : text(`wallet.role.${role}`)}
      </h4>
      {accounts.map((account) => (
        <Row key={account.address} account={account} onDone={onDone} />
      ))}
    </section>
  ));
}

function Row({ account, onDone }: { account: DemoAccount; onDone: () => void }) {
  const localized = useLocalized();
  const select = useDemoSelect();
  const isCurrent = useAccount()?.address === account.address;
  return (
    <button
      type="button"
      aria-current={isCurrent || undefined}
      className="flex min-h-12 items-center gap-3 rounded-xl border border-transparent px-3 text-left hover:bg-sunken aria-current:border-jade aria-current:bg-jade-soft"
      onClick={() => select(account.address).then(onDone)}
    >
      <Identicon address={account.address} className="size-8" />
      <span className="grid flex-1 leading-tight">
        <span>{localized(account.name)}</span>
        <span className="text-xs text-muted">
          <span className="font-mono">{shortHex(account.address)}</span>
          {account.hint && ` · ${localized(account.hint)}`}
        </span>
      </span>
      {account.id !== undefined && <span className="numbers text-sm text-muted">#{account.id}</span>}
    </button>
  );
}
