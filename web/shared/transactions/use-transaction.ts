import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Address, TransactionReceipt } from 'viem';
import { useConfig } from 'wagmi';
import { useChainClient } from '../chain/use-chain-client.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { useAccount } from '../wallet/use-account.ts';
import type { TransactionRequest } from './transaction.ts';
import { useTracker } from './use-tracker.ts';

/** Where a transaction is while its button waits. */
export type SendingStep = 'permit' | 'simulate' | 'sign' | 'wait';

/** Over the estimate, for what may change until it is mined. */
const GAS_MARGIN = 125n;

/**
 * Prepares and sends one transaction. `preparation` simulates it while the page is looked at (its error says why it cannot be
 * sent, its data what gas costs); `send` signs a permit if money is pulled, simulates again, sends, and resolves with the
 * receipt when the index has it, or with undefined when the chain lost it.
 */
export function useTransaction(request: TransactionRequest | null) {
  const client = useChainClient();
  const wagmi = useConfig();
  const { contracts, chain } = useAppConfig();
  const account = useAccount();
  const follow = useTracker(account?.address);
  const [step, setStep] = useState<SendingStep | null>(null);

  const preparation = useQuery({
    queryKey: [
      'simulation',
      account?.address,
      request?.call.contract,
      request?.call.data,
      String(request?.pulls ?? 0n),
    ],
    enabled: request !== null && account !== undefined,
    queryFn: async () => {
      const { call, pulls = 0n } = request as TransactionRequest;
      const { simulate } = await import('./simulate.ts');
      return simulate(client, {
        account: account?.address as Address,
        to: contracts[call.contract],
        data: call.data,
        pulls,
        asset: contracts.asset,
      });
    },
    retry: false,
    staleTime: 5_000,
    gcTime: 30_000,
  });

  const sending = useMutation({
    mutationFn: async (): Promise<TransactionReceipt | undefined> => {
      if (!request || !account) throw new Error('nothing to send, or nobody connected');
      const { call, pulls = 0n, summary, subject } = request;
      const owner = account.address;
      const [{ simulate }, { permitTypedData, withPermit }, actions] = await Promise.all([
        import('./simulate.ts'),
        import('./permit.ts'),
        import('wagmi/actions'),
      ]);
      const { [call.contract]: to, asset } = contracts;
      let data = call.data;
      setStep('simulate');
      let simulation = await simulate(client, { account: owner, to, data, pulls, asset });
      if (simulation.needsPermit) {
        setStep('permit');
        const permit = await permitTypedData(client, asset, { owner, spender: to, value: pulls });
        const signature = await actions.signTypedData(wagmi, { ...permit, account: owner });
        data = withPermit(call.data, pulls, permit.message.deadline, signature);
        setStep('simulate');
        simulation = await simulate(client, { account: owner, to, data, pulls: 0n, asset });
      }
      setStep('sign');
      const gas = ((simulation.gas ?? 0n) * GAS_MARGIN) / 100n;
      const hash = await actions.sendTransaction(wagmi, { account: owner, chainId: chain.id, to, data, gas });
      setStep('wait');
      return follow({
        hash,
        summary,
        subject: subject ?? null,
        state: 'pending',
        sentAt: Date.now(),
        blockNumber: null,
      });
    },
    onSettled: () => setStep(null),
  });

  return {
    preparation,
    step,
    send: sending.mutateAsync,
    isSending: sending.isPending,
    error: sending.error,
    reset: sending.reset,
  };
}
