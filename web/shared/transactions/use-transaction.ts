import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { type Address, BaseError, type TransactionReceipt } from 'viem';
import { useConfig } from 'wagmi';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useLocalized } from '../i18n/use-localized.ts';
import { useToast } from '../toasts/use-toast.ts';
import { useAccount } from '../wallet/use-account.ts';
import { PressError } from './press-error.ts';
import { Presses } from './presses.ts';
import type { TransactionRequest } from './transaction.ts';
import { usePressText } from './use-press-text.ts';
import { useTracker } from './use-tracker.ts';

/** What was refused may be accepted a little later: time moves, money arrives. */
const REFUSED_INTERVAL_MS = 5_000;
const UNANSWERED = ['HttpRequestError', 'TimeoutError'];

interface Options {
  before?: (() => Promise<unknown>) | undefined;
  onDone?: ((receipt: TransactionReceipt) => void) | undefined;
}

/**
 * Prepares and sends one transaction. `preparation` simulates it while the page is looked at (its error says why it cannot be
 * sent, its data what gas costs). `press` freezes what is seen now, request, account, `before` and `onDone`, and does all of it; how it
 * ends is in `error`, or in a toast when whoever pressed has gone elsewhere.
 */
export function useTransaction(request: TransactionRequest | null, { before, onDone }: Options = {}) {
  const client = useChainClient();
  const wagmi = useConfig();
  const { contracts, chain } = useAppConfig();
  const account = useAccount()?.address;
  const follow = useTracker(account);
  const toast = useToast();
  const localized = useLocalized();
  const sentence = usePressText();
  const [presses] = useState(() => new Presses());
  const { step, error } = useSyncExternalStore(presses.watch, presses.state);

  const preparation = useQuery({
    queryKey: [
      'simulation',
      account,
      request?.call.contract,
      request?.call.data,
      `${request?.pulls}/${request?.value}`,
    ],
    // What is under way is not judged by what has become of the page meanwhile.
    enabled: request !== null && account !== undefined && step === null,
    queryFn: async () => {
      const { call, pulls = 0n, currency = 'asset', value } = request as TransactionRequest;
      const [{ simulate }] = await loadSending();
      const { [call.contract]: to, [currency]: asset } = contracts;
      return simulate(client, { account: account as Address, to, data: call.data, pulls, currency, asset, value });
    },
    retry: false,
    staleTime: 5_000,
    gcTime: 30_000,
    refetchInterval: ({ state }) => state.status === 'error' && REFUSED_INTERVAL_MS,
  });

  const press = () => {
    if (!request || !account) return;
    void presses.press({
      first: before ? 'before' : 'simulate',
      work: async (tell) => {
        const [, { sendPress }, { walletOf }] = await loadSending();
        const wallet = walletOf(wagmi, chain.id);
        return sendPress({ request, account, before }, { client, contracts, wallet, follow }, tell);
      },
      onDone,
      onUnseen: (failure) => {
        const key = (failure instanceof PressError && failure.hash) || `press:${request.call.data}`;
        toast({ key, kind: 'error', title: localized(request.summary), body: sentence(failure) });
      },
    });
  };

  return {
    preparation,
    /** Nobody needs to press. A chain that does not answer has refused nothing. */
    isRefused: preparation.isError && !preparation.data && !isUnanswered(preparation.error),
    step,
    press,
    error,
  };
}

function isUnanswered(error: unknown): boolean {
  const isOne = (cause: unknown) => UNANSWERED.includes((cause as Error).name);
  return error instanceof BaseError && error.walk(isOne) !== null;
}

/** Everything that a press needs; loaded while its button is looked at, so that a press fails for want of none. */
function loadSending() {
  return Promise.all([
    import('./simulate.ts'),
    import('./send-press.ts'),
    import('./wallet-of.ts'),
    import('./track.ts'),
  ]);
}
