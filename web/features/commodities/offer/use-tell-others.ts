import { useCallback } from 'react';
import type { Listing } from '../../../../relay/api/catalogue.ts';
import type { Health } from '../../../../relay/api/health.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { fetchJson } from '../../../shared/http/fetch-json.ts';
import { HttpError } from '../../../shared/http/http-error.ts';
import { useSession } from '../../../shared/relay/use-session.ts';

const TRIES = 12;
const PAUSE_MS = 1_000;
const NOT_FOUND = 404;

const pause = () => new Promise((done) => setTimeout(done, PAUSE_MS));

/** Resolves when the relay has taken in the block that is the latest now, or takes too long for it. */
async function untilSynced(relayUrl: string): Promise<void> {
  let wanted: bigint | undefined;
  for (let left = TRIES; left > 0; left--) {
    const { syncedBlock, headBlock } = await fetchJson<Health>(`${relayUrl}/health`);
    wanted ??= BigInt(headBlock);
    if (BigInt(syncedBlock) >= wanted) return;
    await pause();
  }
}

/** What others than the chain have to know of a lot. */
export function useTellOthers() {
  const { request } = useSession();
  const { local, relayUrl } = useAppConfig();

  /** Names the price; the relay learns of a new lot a moment after the chain. @param unitPrice smallest units */
  const setPrice = useCallback(
    async (lotNumber: number, unitPrice: bigint): Promise<Listing> => {
      await untilSynced(relayUrl);
      // Its node may be behind the wallet's.
      for (let left = TRIES; ; left--) {
        try {
          const json = { unitPrice: unitPrice.toString() };
          return await request<Listing>(`/catalogue/${lotNumber}/price`, { method: 'PUT', json });
        } catch (error) {
          if (left <= 1 || !(error instanceof HttpError && error.status === NOT_FOUND)) throw error;
          await pause();
        }
      }
    },
    [request, relayUrl],
  );

  /** Tells residents of a local chain what a perfect measurement would find. @param values by position, scaled */
  const setTruth = useCallback(
    (commodityId: number, lotCode: string, values: readonly number[]) =>
      fetchJson<unknown>(`${local?.controlUrl}/truth`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ commodityId, lotCode, values }),
      }),
    [local],
  );
  return { setPrice, setTruth };
}
