import { History } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../shared/i18n/use-text.ts';
import { transactionMessages } from '../../shared/transactions/transaction-messages.ts';
import { useHistory } from '../../shared/transactions/use-history.ts';
import { Spinner } from '../../shared/ui/spinner.tsx';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { ICON_BUTTON } from './icon-button.ts';

const HistoryDialog = lazy(() =>
  import('../../shared/transactions/history-dialog.tsx').then(({ HistoryDialog: dialog }) => ({ default: dialog })),
);

/** Opens the history of transactions; turns while some are on their way. */
export function HistoryButton() {
  const text = useText(transactionMessages);
  const account = useAccount();
  const { history } = useHistory(account?.address);
  const [open, setOpen] = useState(false);
  if (!account) return null;
  const count = history.filter(({ state }) => state === 'pending' || state === 'indexing').length;
  const label = count > 0 ? text('tx.pendingCount', { count }) : text('tx.history');
  return (
    <>
      <button type="button" aria-label={label} title={label} className={ICON_BUTTON} onClick={() => setOpen(true)}>
        {count > 0 ? <Spinner className="size-5 text-jade" /> : <History aria-hidden="true" />}
      </button>
      <Suspense>{open && <HistoryDialog open onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
