import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Address } from 'viem';
import { useAppConfig } from '../config/use-app-config.ts';
import { fetchJson } from '../http/fetch-json.ts';
import { useText } from '../i18n/use-text.ts';
import { useToast } from '../toasts/use-toast.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { localMessages } from './local-messages.ts';

/** Play money of a local chain. */
export function FaucetButton({ address }: { address: Address }) {
  const text = useText(localMessages);
  const { local } = useAppConfig();
  const queries = useQueryClient();
  const toast = useToast();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      fetchJson(`${local?.controlUrl}/faucet`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ address }),
      }),
    onSuccess: () => {
      toast({ key: 'faucet', kind: 'success', title: text('local.faucetDone') });
      // What was refused for want of money is tried again.
      return queries.invalidateQueries({
        predicate: ({ queryKey }) => ['chain', 'simulation'].includes(String(queryKey[0])),
      });
    },
  });
  return (
    <>
      <Button data-tour="faucet" busy={isPending} onClick={() => mutate()}>
        {text('local.faucet')}
      </Button>
      {error && <ErrorState error={error} />}
    </>
  );
}
