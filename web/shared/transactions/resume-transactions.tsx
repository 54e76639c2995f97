import { useEffect } from 'react';
import { useAccount } from '../wallet/use-account.ts';
import { useHistory } from './use-history.ts';
import { useTracker } from './use-tracker.ts';

/** Goes on following what was on its way when the page was left or reloaded. */
export function ResumeTransactions() {
  const address = useAccount()?.address;
  const { history } = useHistory(address);
  const follow = useTracker(address);
  useEffect(() => {
    for (const record of history) {
      // Toasts and history say how it ends.
      if (record.state === 'pending' || record.state === 'indexing') follow(record).catch(() => {});
    }
  }, [history, follow]);
  return null;
}
