import { useState } from 'react';
import { useConnect, useConnection, useConnectors } from 'wagmi';
import { useAppConfig } from '../config/use-app-config.ts';
import { useText } from '../i18n/use-text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Input } from '../ui/input.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { DEMO_CONNECTOR_ID } from './demo-account.ts';
import { DemoAccountList } from './demo-account-list.tsx';
import { walletMessages } from './wallet-messages.ts';

/** Wallets of this browser and, on local chains, the demo accounts. */
export function ConnectDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useText(walletMessages);
  const { local } = useAppConfig();
  return (
    <Dialog open={open} onClose={onClose} title={text('wallet.title')} shape="side">
      <div className="grid gap-6">
        <p className="text-muted">{text('wallet.intro')}</p>
        {local && <DemoAccounts onDone={onClose} />}
        <BrowserWallets onDone={onClose} />
      </div>
    </Dialog>
  );
}

function DemoAccounts({ onDone }: { onDone: () => void }) {
  const text = useText(walletMessages);
  const [query, setQuery] = useState('');
  return (
    <section className="grid gap-3">
      <h3 className="font-medium">{text('wallet.demo')}</h3>
      <p className="text-sm text-muted">{text('wallet.demoIntro')}</p>
      <Input
        type="search"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        placeholder={text('wallet.search')}
        aria-label={text('wallet.search')}
      />
      <DemoAccountList query={query} onDone={onDone} />
    </section>
  );
}

function BrowserWallets({ onDone }: { onDone: () => void }) {
  const text = useText(walletMessages);
  const { local } = useAppConfig();
  const { connector: current } = useConnection();
  const wallets = useConnectors().filter(({ id }) => id !== DEMO_CONNECTOR_ID);
  const { mutate: connect, isPending, error, variables } = useConnect();
  return (
    <section className="grid gap-3">
      <h3 className="font-medium">{text('wallet.browser')}</h3>
      {wallets.length === 0 && (
        <p className="text-sm text-muted">
          {!local && <strong className="block text-ink">{text('wallet.none')}</strong>}
          {text('wallet.noneHelp')}
        </p>
      )}
      {wallets.map((connector) => (
        <button
          key={connector.uid}
          type="button"
          aria-current={connector.uid === current?.uid || undefined}
          className="flex min-h-12 items-center gap-3 rounded-xl border border-line px-3 text-left hover:bg-sunken aria-current:border-jade"
          onClick={() => connect({ connector }, { onSuccess: onDone })}
        >
          {connector.icon && <img src={connector.icon} alt="" className="size-7 rounded-md" />}
          <span className="flex-1">{connector.name}</span>
          {isPending && variables?.connector === connector && <Spinner />}
        </button>
      ))}
      {error && <ErrorState error={error} />}
    </section>
  );
}
