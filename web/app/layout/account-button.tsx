import { lazy, Suspense, useState } from 'react';
import { useAccountName } from '../../shared/chain/use-account-name.ts';
import { shortHex } from '../../shared/format/short-hex.ts';
import { useText } from '../../shared/i18n/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Identicon } from '../../shared/ui/identicon.tsx';
import { useOpenConnect } from '../../shared/wallet/connect-context.ts';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { walletMessages } from '../../shared/wallet/wallet-messages.ts';

const AccountDialog = lazy(() =>
  import('./account-dialog.tsx').then(({ AccountDialog: dialog }) => ({ default: dialog })),
);

/** Who one is; a tap shows balances and, on local chains, the other accounts to act as. */
export function AccountButton() {
  const text = useText(walletMessages);
  const account = useAccount();
  const connect = useOpenConnect();
  const [open, setOpen] = useState(false);
  const name = useAccountName(account?.address);
  if (!account) {
    return (
      <Button kind="primary" className="ml-1 whitespace-nowrap" onClick={connect}>
        {text('wallet.connect')}
      </Button>
    );
  }
  const shown = name ?? shortHex(account.address);
  return (
    <>
      <button
        type="button"
        aria-label={text('wallet.account', { name: shown })}
        className="flex min-h-11 max-w-44 items-center gap-2 rounded-full px-2 hover:bg-sunken sm:border sm:border-line sm:bg-surface"
        onClick={() => setOpen(true)}
      >
        <Identicon address={account.address} className="size-7" />
        <span className="hidden truncate pr-1 text-sm font-medium sm:block">{shown}</span>
      </button>
      <Suspense>{open && <AccountDialog address={account.address} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
