import { useCallback } from 'react';
import type { Address } from 'viem';
import { communeKey } from '../config/commune-key.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { readStored, writeStored } from '../storage/stored.ts';
import { useStored } from '../storage/use-stored.ts';
import { readHistory, withRecord } from './history.ts';
import type { TransactionRecord } from './transaction.ts';

/** Transactions that an account sent from this browser, newest first, and how to note one. */
export function useHistory(account: Address | undefined) {
  const key = `transactions.${communeKey(useAppConfig())}.${account ?? 'nobody'}`;
  const [history] = useStored(key, readHistory);
  const note = useCallback(
    // Read anew: several transactions may be on their way at once.
    (record: TransactionRecord) => writeStored(key, withRecord(readHistory(readStored(key)), record)),
    [key],
  );
  return { history, note };
}
