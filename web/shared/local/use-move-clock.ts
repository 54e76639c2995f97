import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useAppConfig } from '../config/use-app-config.ts';
import { fetchJson } from '../http/fetch-json.ts';
import { useAccount } from '../wallet/use-account.ts';
import type { ClockTarget, LocalState } from './local-state.ts';
import { LOCAL_STATE_KEY, useLocalState } from './use-local-state.ts';

/** Moves a local chain's time, leaving the account's votes as a juror to it; what is shown is asked anew when it has come to rest. */
export function useMoveClock() {
  const { local } = useAppConfig();
  const account = useAccount()?.address;
  const queries = useQueryClient();
  const isBusy = useLocalState().data?.busy ?? false;
  const wasBusy = useRef(false);

  useEffect(() => {
    if (wasBusy.current && !isBusy) {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'documents' });
    }
    wasBusy.current = isBusy;
  }, [isBusy, queries]);

  return useMutation({
    mutationFn: (to: ClockTarget) =>
      fetchJson<LocalState>(`${local?.controlUrl}/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ to, as: account }),
      }),
    onSuccess: (state) => queries.setQueryData(LOCAL_STATE_KEY, { ...state, seenAt: performance.now() }),
    onSettled: () => queries.invalidateQueries({ queryKey: LOCAL_STATE_KEY }),
  });
}
