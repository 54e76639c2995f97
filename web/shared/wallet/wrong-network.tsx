import { useSwitchChain } from 'wagmi';
import { useAppConfig } from '../config/use-app-config.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAccount } from './use-account.ts';
import { walletMessages } from './wallet-messages.ts';

/** Asks to switch when the wallet is elsewhere; wagmi adds the network to a wallet that does not know it. */
export function WrongNetwork() {
  const text = useText(walletMessages);
  const { chain } = useAppConfig();
  const account = useAccount();
  const { mutate: switchChain, isPending, error } = useSwitchChain();
  if (!account || account.isOnChain) return null;
  return (
    <section aria-label={text('wallet.wrongNetwork')} className="container-page grid gap-2 pt-4">
      <Notice
        kind="warning"
        title={text('wallet.wrongNetwork')}
        action={
          <Button kind="primary" busy={isPending} onClick={() => switchChain({ chainId: chain.id })}>
            {text('wallet.switchNetwork', { chain: chain.name })}
          </Button>
        }
      >
        {text('wallet.wrongNetworkHelp', { chain: chain.name })}
      </Notice>
      {error && <ErrorState error={error} />}
    </section>
  );
}
