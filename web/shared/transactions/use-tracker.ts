import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Address, TransactionReceipt } from 'viem';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useLocalized } from '../i18n/use-localized.ts';
import { useText } from '../i18n/use-text.ts';
import { useToast } from '../toasts/use-toast.ts';
import type { TransactionRecord } from './transaction.ts';
import { transactionMessages } from './transaction-messages.ts';
import { useHistory } from './use-history.ts';

/** Being followed in this page, by hash. */
const followed = new Map<string, Promise<TransactionReceipt | undefined>>();

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
    (record: TransactionRecord): Promise<TransactionReceipt | undefined> => {
      const known = followed.get(record.hash);
      if (known) return known;
      const tell = (change: TransactionRecord) => {
        note(change);
        const kind =
          change.state === 'done' ? 'success' : ['pending', 'indexing'].includes(change.state) ? 'busy' : 'error';
        toast({ key: record.hash, kind, title: localized(record.summary), body: text(`tx.state.${change.state}`) });
      };
      tell(record);
      const end = import('./track.ts')
        .then(({ track }) => track(client, subgraphUrl, record, tell))
        .finally(() => {
          followed.delete(record.hash);
          // Documents are named by their content and cannot have changed.
          return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'documents' });
        });
      followed.set(record.hash, end);
      return end;
    },
    [client, queries, subgraphUrl, note, toast, text, localized],
  );
}
