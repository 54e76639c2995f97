import type { Order, Orders } from '../../../../relay/api/orders.ts';
import { useNow } from '../../../shared/chain/use-now.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { useRelayQuery } from '../../../shared/relay/use-relay-query.ts';
import { type DeskEntry, deskEntries } from './desk-entries.ts';
import { useDeskLots, useDeskReports } from './desk-lots.ts';

const NONE: readonly Order[] = [];
const REFRESH_MS = 15_000;

/** Everything on the desk of an account; orders only after it has signed in with the relay. */
export function useDesk(experiencerId: number): {
  readonly entries: readonly DeskEntry[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => void;
} {
  const { clock } = useAppConfig();
  const now = useNow();
  const bought = useRelayQuery<Orders>('/orders?limit=100', { session: true, refetchInterval: REFRESH_MS });
  const orders = bought.data?.orders ?? NONE;
  const numbers = [...new Set(orders.map(({ lotId }) => lotId))].sort((a, b) => a - b);
  const reports = useDeskReports(experiencerId);
  const lots = useDeskLots(numbers);
  const isReady =
    now !== undefined &&
    (experiencerId === 0 || reports.data !== undefined) &&
    (numbers.length === 0 || lots.data !== undefined) &&
    !bought.isLoading;
  return {
    entries: isReady
      ? deskEntries(clock, now, { lots: lots.data ?? [], reports: reports.data ?? [], orders })
      : undefined,
    error: reports.error ?? lots.error ?? bought.error,
    refetch: () => {
      void reports.refetch();
      void lots.refetch();
      void bought.refetch();
    },
  };
}
