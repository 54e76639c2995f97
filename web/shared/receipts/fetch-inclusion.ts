import type { Inclusion } from '../../../relay/api/statements.ts';
import { fetchJson } from '../http/fetch-json.ts';
import { HttpError } from '../http/http-error.ts';
import type { ReadReceipt } from './receipt-file.ts';

/** What a platform's service, or a mirror, answers about a receipt; null: it knows nothing of it, or does not answer. */
export async function fetchInclusion(
  source: string,
  { receipt, digest }: Pick<ReadReceipt, 'receipt' | 'digest'>,
  signal: AbortSignal,
): Promise<Inclusion | null> {
  try {
    return await fetchJson<Inclusion>(`${source}/receipts/${digest}/inclusion`, { signal });
  } catch (error) {
    // Only whoever signed it finds it by its digest.
    if (!(error instanceof HttpError && error.status === 404)) return null;
    const { sales, fee, commission } = receipt;
    const body = { receipt: { ...receipt, sales: String(sales), fee: String(fee), commission: String(commission) } };
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    };
    return fetchJson<Inclusion>(`${source}/inclusion`, init).catch(() => null);
  }
}
