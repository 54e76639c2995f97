import { Wallet } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useOpenConnect } from './connect-context.ts';
import { type ConnectedAccount, useAccount } from './use-account.ts';
import { walletMessages } from './wallet-messages.ts';

/** Shows what is somebody's own once he is connected, and a way to connect until then. */
export function NeedsWallet({ children }: { children: (account: ConnectedAccount) => ReactNode }) {
  const text = useText(walletMessages);
  const account = useAccount();
  const connect = useOpenConnect();
  if (account) return children(account);
  return (
    <EmptyState
      icon={<Wallet />}
      title={text('wallet.needed')}
      action={
        <Button kind="primary" onClick={connect}>
          {text('wallet.connect')}
        </Button>
      }
    >
      {text('wallet.neededHelp')}
    </EmptyState>
  );
}
