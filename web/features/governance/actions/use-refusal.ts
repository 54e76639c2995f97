import { useQuery } from '@tanstack/react-query';
import { isAddressEqual } from 'viem';
import { call } from 'viem/actions';
import type { DecisionClass } from '../../../../protocol/governance/decision-class.ts';
import { useChainClient } from '../../../shared/chain/use-chain-client.ts';
import { useAppConfig } from '../../../shared/config/use-app-config.ts';
import { decodeContractError } from '../../../shared/errors/decode-contract-error.ts';
import type { Call } from './encode-action.ts';

/** Why a call would be refused if it were carried out now, by itself: an error for `useErrorText`; null: it would not. */
export function useRefusal({ target, data, value }: Call, decisionClass: DecisionClass | undefined, enabled = true) {
  const client = useChainClient();
  const { contracts } = useAppConfig();
  // The governor takes calls to itself only while it executes them: nothing but an execution tells.
  const canTell = value === 0n && !isAddressEqual(target, contracts.governor);
  const account = decisionClass === 'emergency' ? contracts.governor : contracts.timelock;
  return useQuery({
    queryKey: ['chain', 'refusal', account, target, data],
    enabled: enabled && decisionClass !== undefined && canTell,
    retry: false,
    queryFn: async (): Promise<unknown> => {
      try {
        await call(client, { account, to: target, data });
        return null;
      } catch (error) {
        return decodeContractError(error, isAddressEqual(target, contracts.token) ? 'token' : 'asset');
      }
    },
  });
}
