import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Address } from 'viem';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useLocalized } from '../i18n/use-localized.ts';
import { useText } from '../i18n/use-text.ts';
import { useToast } from '../toasts/use-toast.ts';
import type { TransactionEnd, TransactionRecord, TransactionState } from './transaction.ts';
import { transactionMessages } from './transaction-messages.ts';
import { useHistory } from './use-history.ts';

interface Followed {
  readonly end: Promise<TransactionEnd>;
  readonly listeners: Set<(state: TransactionState) => void>;
}

/** Being followed in this page, by hash. */
const followed = new Map<string, Followed>();

/** A service that does not answer holds up nobody. */
const REFRESH_PATIENCE_MS = 4_000;

/** Follows a transaction: history, toasts, and everything asked anew once it is indexed. Following twice is following once. */
export function useTracker(account: Address | undefined) {
  const client = useChainClient();
  const queries = useQueryClient();
  const { subgraphUrl } = useAppConfig();
  const { note } = useHistory(account);
  const toast = useToast();
  const text = useText(transactionMessages);
  const localized = useLocalized();

  return useCallback(
    (record: TransactionRecord, told?: (state: TransactionState) => void): Promise<TransactionEnd> => {
      const known = followed.get(record.hash);
      if (known) {
        if (told) known.listeners.add(told);
        return known.end;
      }
      const listeners = new Set(told ? [told] : []);
      const tell = (change: TransactionRecord) => {
        note(change);
        const kind =
          change.state === 'done' ? 'success' : ['pending', 'indexing'].includes(change.state) ? 'busy' : 'error';
        toast({ key: record.hash, kind, title: localized(record.summary), body: text(`tx.state.${change.state}`) });
        for (const listener of listeners) listener(change.state);
      };
      const refresh = () => {
        // Documents are named by their content and cannot have changed.
        const asked = queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'documents' });
        return Promise.race([asked, new Promise((done) => setTimeout(done, REFRESH_PATIENCE_MS))]);
      };
      const follow = async () => {
        try {
          const { track } = await import('./track.ts');
          const outcome = await track(client, subgraphUrl, record, tell);
          return { outcome, refreshed: refresh() };
        } finally {
          followed.delete(record.hash);
        }
      };
      // Its first change must find it here, or whoever reads the history would follow it once more.
      const entry: Followed = { listeners, end: Promise.resolve().then(follow) };
      followed.set(record.hash, entry);
      tell(record);
      return entry.end;
    },
    [client, queries, subgraphUrl, note, toast, text, localized],
  );
}
