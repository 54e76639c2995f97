import type { TransactionRecord, TransactionState } from './transaction.ts';

const KEPT = 50;
const STATES: readonly TransactionState[] = ['pending', 'indexing', 'done', 'failed', 'replaced', 'dropped'];

/** Reads a history as it lies in the browser, leaving out what is not a record. */
export function readHistory(found: unknown): readonly TransactionRecord[] {
  return Array.isArray(found) ? found.filter(isRecord) : [];
}

/** The history with a record added or changed, newest first, cut to the last fifty. */
export function withRecord(
  history: readonly TransactionRecord[],
  record: TransactionRecord,
): readonly TransactionRecord[] {
  const others = history.filter(({ hash }) => hash !== record.hash);
  return [record, ...others].sort((a, b) => b.sentAt - a.sentAt).slice(0, KEPT);
}

function isRecord(item: unknown): item is TransactionRecord {
  if (typeof item !== 'object' || item === null) return false;
  const { hash, summary, state, sentAt } = item as Partial<TransactionRecord>;
  return (
    typeof hash === 'string' &&
    typeof summary?.en === 'string' &&
    typeof summary['zh-Hans'] === 'string' &&
    typeof sentAt === 'number' &&
    STATES.includes(state as TransactionState)
  );
}
