import { useQuery } from '@tanstack/react-query';
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
  const account = decisionClass === 'emergency' ? contracts.governor : contracts.timelock;
  return useQuery({
    queryKey: ['chain', 'refusal', account, target, data],
    enabled: enabled && decisionClass !== undefined && value === 0n,
    retry: false,
    queryFn: async (): Promise<unknown> => {
      try {
        await call(client, { account, to: target, data });
        return null;
      } catch (error) {
        const currency = target.toLowerCase() === contracts.token.toLowerCase() ? 'token' : 'asset';
        return decodeContractError(error, currency);
      }
    },
  });
}
