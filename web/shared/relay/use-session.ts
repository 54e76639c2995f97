import { useCallback, useSyncExternalStore } from 'react';
import { useConfig } from 'wagmi';
import type { Session } from '../../../relay/api/session.ts';
import { communeKey } from '../config/commune-key.ts';
import { useAppConfig } from '../config/use-app-config.ts';
import { HttpError } from '../http/http-error.ts';
import { useAccount } from '../wallet/use-account.ts';
import { type RelayOptions, relayRequest } from './relay-client.ts';
import { readSession, storeSession, subscribeSessions } from './session-store.ts';

const UNAUTHORIZED = 401;

/**
 * The account's session with the relay. `signIn` asks the wallet for one signature (ERC-4361); `request` signs in when it has to
 * and once again when the session has ended. A session lives as long as the tab: sessionStorage.
 */
export function useSession() {
  const config = useAppConfig();
  const wagmi = useConfig();
  const address = useAccount()?.address;
  const { relayUrl, chain } = config;
  const key = `${communeKey(config)}.${address ?? ''}`;
  const text = useSyncExternalStore(subscribeSessions, () => readSession(key));
  const session = text ? (JSON.parse(text) as Session) : undefined;

  const signIn = useCallback(async (): Promise<Session> => {
    if (!address) throw new Error('connect a wallet first');
    const { signInToRelay } = await import('./sign-in.ts');
    const fresh = await signInToRelay(wagmi, relayUrl, chain.id, address);
    storeSession(key, fresh);
    return fresh;
  }, [address, wagmi, relayUrl, chain.id, key]);

  const request = useCallback(
    async <T>(path: string, options: Omit<RelayOptions, 'token'> = {}): Promise<T> => {
      const stored = readSession(key);
      const { token } = stored ? (JSON.parse(stored) as Session) : await signIn();
      try {
        return await relayRequest<T>(relayUrl, path, { ...options, token });
      } catch (error) {
        if (!(error instanceof HttpError && error.status === UNAUTHORIZED)) throw error;
        storeSession(key, null);
        return relayRequest<T>(relayUrl, path, { ...options, token: (await signIn()).token });
      }
    },
    [key, relayUrl, signIn],
  );

  return { session, token: session?.token, signIn, request };
}
