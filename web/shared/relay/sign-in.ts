import type { Address } from 'viem';
import { createSiweMessage } from 'viem/siwe';
import type { Config } from 'wagmi';
import { signMessage } from 'wagmi/actions';
import type { Session } from '../../../relay/api/session.ts';
import { relayRequest } from './relay-client.ts';

const STATEMENT = 'Sign in to the order relay. 登录订单服务。';

/** Signs an ERC-4361 message with the account and gets a session for it. */
export async function signInToRelay(wagmi: Config, relayUrl: string, chainId: number, address: Address) {
  const { nonce } = await relayRequest<{ nonce: string }>(relayUrl, '/auth/nonce', { method: 'POST' });
  const message = createSiweMessage({
    address,
    chainId,
    domain: window.location.host,
    uri: window.location.origin,
    nonce,
    statement: STATEMENT,
    version: '1',
    issuedAt: new Date(),
  });
  const signature = await signMessage(wagmi, { account: address, message });
  return relayRequest<Session>(relayUrl, '/auth/session', { json: { message, signature } });
}
