import { useAccount } from '../wallet/use-account.ts';
import type { TransactionRecord } from './transaction.ts';
import { useHistory } from './use-history.ts';

/** The account's transaction about a subject that is on its way or not indexed yet; it goes when it fails, so hints roll back. */
export function usePending(subject: string): TransactionRecord | undefined {
  const { history } = useHistory(useAccount()?.address);
  return history.find((record) => record.subject === subject && ['pending', 'indexing'].includes(record.state));
}
