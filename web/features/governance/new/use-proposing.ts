import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Address } from 'viem';
import { abis } from '../../../shared/chain/contracts.ts';
import { useChainClient } from '../../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import type { Call } from '../actions/encode-action.ts';
import { classOfNumber } from '../decision-class-name.ts';

/** Class of a proposal of these calls, as the governor would have it now. */
export function useClassOf(calls: readonly Call[]) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'class-of', calls.map(({ target, value, data }) => `${target}${value}${data}`).join()],
    enabled: calls.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const args = [
        calls.map(({ target }) => target),
        calls.map(({ value }) => value),
        calls.map(({ data }) => data),
      ] as const;
      const found = await client.readContract({
        address: contracts.governor,
        abi: abis.governor,
        functionName: 'classOfCalls',
        args,
      });
      return classOfNumber(found);
    },
  });
}

export interface Proposing {
  /** Power that a proposer needs. */
  readonly threshold: bigint;
  /** Power that the account has. */
  readonly power: bigint;
  /** It holds a seat in this term. */
  readonly sits: boolean;
  /** All power. */
  readonly electorate: bigint;
}

/** Whether an account may propose. */
export function useProposing(account: Address | undefined) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  return useQuery({
    queryKey: ['chain', 'proposing', account],
    queryFn: async (): Promise<Proposing> => {
      const governor = { address: contracts.governor, abi: abis.governor } as const;
      const register = { address: contracts.power, abi: abis.power } as const;
      const [threshold, electorate] = await Promise.all([
        client.readContract({ ...governor, functionName: 'proposalThreshold' }),
        client.readContract({ ...register, functionName: 'totalSupply' }),
      ]);
      if (!account) return { threshold, electorate, power: 0n, sits: false };
      const validators = { address: contracts.validators, abi: abis.validators } as const;
      const [power, candidateId, term] = await Promise.all([
        client.readContract({ ...register, functionName: 'getVotes', args: [account] }),
        client.readContract({ ...validators, functionName: 'candidateIdOf', args: [account] }),
        client.readContract({ ...validators, functionName: 'currentTerm' }),
      ]);
      const sits =
        candidateId > 0 &&
        (await client.readContract({
          address: contracts.elections,
          abi: abis.elections,
          functionName: 'sits',
          args: [term, candidateId],
        }));
      return { threshold, electorate, power, sits };
    },
  });
}
