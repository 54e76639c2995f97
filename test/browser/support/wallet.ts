import type { BrowserContext } from '@playwright/test';
import { createWalletClient, defineChain, type Hex, http, numberToHex } from 'viem';
import { localKey } from '../../../scripts/local/keys.ts';
import type { AppConfig } from '../../../web/app/config.ts';

export const WALLET_NAME = 'Pocket Wallet';

/** How the page calls the part of the wallet that runs here, where the key is. */
const BINDING = 'pocketWallet';

/** The parts of the DOM that an extension uses here; Node's types have none. */
interface Window {
  readonly CustomEvent: new (type: string, init: { detail: unknown }) => unknown;
  addEventListener(type: string, listener: () => unknown): void;
  dispatchEvent(event: unknown): boolean;
}

/**
 * Installs a wallet extension: it announces itself by EIP-6963, and signs whatever it is asked to.
 *
 * @param index of its one account under the test mnemonic: it has gas money and nothing else
 * @returns the account
 */
export async function installWallet(context: BrowserContext, { chain }: AppConfig, index: number): Promise<Hex> {
  const account = localKey(index);
  const client = createWalletClient({
    account,
    chain: defineChain({ ...chain, rpcUrls: { default: { http: [chain.rpcUrl] } } }),
    transport: http(chain.rpcUrl),
  });
  let isAllowed = false;
  await context.exposeFunction(BINDING, async (method: string, params: readonly never[] = []): Promise<unknown> => {
    switch (method) {
      case 'eth_chainId':
        return numberToHex(chain.id);
      case 'eth_requestAccounts':
        isAllowed = true;
        return [account.address];
      case 'eth_accounts':
        return isAllowed ? [account.address] : [];
      case 'personal_sign':
        return account.signMessage({ message: { raw: params[0] as unknown as Hex } });
      case 'eth_signTypedData_v4':
        return account.signTypedData(JSON.parse(params[1] as unknown as string));
      case 'eth_sendTransaction': {
        const { to, data, gas, value = '0x0' } = params[0] as unknown as Record<'to' | 'data' | 'gas' | 'value', Hex>;
        return client.sendTransaction({ to, data, gas: BigInt(gas), value: BigInt(value) });
      }
      default:
        throw new Error(`the wallet does not know ${method}`);
    }
  });
  await context.addInitScript(announce, { name: WALLET_NAME, binding: BINDING });
  return account.address;
}

/** Runs in the page before its own code. Only what it is given is there: inner functions are methods or have no name, since the compiler would name others with a helper. */
function announce({ name, binding }: { name: string; binding: string }): void {
  const page = globalThis as unknown as Window;
  const call = (page as unknown as Record<string, (method: string, params: unknown) => Promise<unknown>>)[binding];
  const icon = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';
  const detail = {
    info: { uuid: '350670db-19fa-4704-a166-e52e178b59d2', rdns: 'test.pocket', name, icon },
    provider: {
      request({ method, params }: { method: string; params?: unknown }) {
        return call?.(method, params ?? []);
      },
      on() {},
      removeListener() {},
    },
  };
  page.addEventListener('eip6963:requestProvider', () =>
    page.dispatchEvent(new page.CustomEvent('eip6963:announceProvider', { detail: Object.freeze(detail) })),
  );
}
