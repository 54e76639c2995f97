import { useMutation, useQueryClient } from '@tanstack/react-query';
import { bytesToHex } from 'viem';
import { useConfig } from 'wagmi';
import { referralGrantTypedData } from '../../../protocol/referrals/referral-grant.ts';
import type { ReferralLink } from '../../../relay/api/referrals.ts';
import { useNow } from '../../shared/chain/use-now.ts';
import { useAppConfig } from '../../shared/config/use-app-config.ts';
import { useSession } from '../../shared/relay/use-session.ts';
import { useAccount } from '../../shared/wallet/use-account.ts';
import { makeGrant } from './make-grant.ts';

interface Wish {
  readonly commodityId: number;
  readonly campaign: string;
  readonly days: number;
}

/** Signs a grant and makes a link of it. */
export function useCreateLink(recommenderId: number) {
  const { chain, contracts } = useAppConfig();
  const wagmi = useConfig();
  const account = useAccount();
  const now = useNow();
  const { request } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: Wish): Promise<ReferralLink> => {
      if (!account || now === undefined) throw new Error('connect a wallet first');
      const nonce = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
      const grant = makeGrant({ ...wish, recommenderId, now, nonce });
      const { signTypedData } = await import('wagmi/actions');
      const typed = referralGrantTypedData(grant, chain.id, contracts.recommenders);
      const signature = await signTypedData(wagmi, { ...typed, account: account.address });
      return request<ReferralLink>('/referrals/grants', { json: { grant, signature } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['relay'] }),
  });
}
