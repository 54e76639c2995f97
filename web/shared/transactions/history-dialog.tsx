import { useFormat } from '../format/use-format.ts';
import { useLocalized } from '../i18n/use-localized.ts';
import { useText } from '../i18n/use-text.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ExplorerLink } from '../ui/explorer-link.tsx';
import { useAccount } from '../wallet/use-account.ts';
import type { TransactionRecord, TransactionState } from './transaction.ts';
import { transactionMessages } from './transaction-messages.ts';
import { useHistory } from './use-history.ts';

const TONES: Record<TransactionState, Tone> = {
  pending: 'sky',
  indexing: 'sky',
  done: 'jade',
  failed: 'danger',
  replaced: 'neutral',
  dropped: 'amber',
};

/** What the account sent from this browser. */
export function HistoryDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useText(transactionMessages);
  const { history } = useHistory(useAccount()?.address);
  return (
    <Dialog open={open} onClose={onClose} title={text('tx.history')} shape="side">
      {history.length === 0 ? (
        <EmptyState title={text('tx.historyEmpty')}>{text('tx.historyEmptyHelp')}</EmptyState>
      ) : (
        <ol className="grid gap-3">
          {history.map((record) => (
            <Entry key={record.hash} record={record} />
          ))}
        </ol>
      )}
    </Dialog>
  );
}

function Entry({ record: { hash, summary, state, sentAt } }: { record: TransactionRecord }) {
  const text = useText(transactionMessages);
  const localized = useLocalized();
  const format = useFormat();
  return (
    <li className="grid gap-1 rounded-xl border border-line p-3">
      <span className="font-medium">{localized(summary)}</span>
      <span className="flex items-center justify-between gap-2 text-sm text-muted">
        <span className="numbers">{format.dateTime(sentAt / 1000)}</span>
        <span className="flex items-center">
          <CopyButton value={hash} />
          <ExplorerLink hash={hash} />
        </span>
      </span>
      <span>
        <Badge tone={TONES[state]}>{text(`tx.state.${state}`)}</Badge>
      </span>
    </li>
  );
}
