import { type Address, type EIP1193RequestFn, numberToHex, UserRejectedRequestError } from 'viem';
import { createConnector } from 'wagmi';
import type { LocalConfig } from '../../app/config.ts';
import { readStored, writeStored } from '../storage/stored.ts';

export const DEMO_CONNECTOR_ID = 'commune-demo';
const STORAGE_KEY = 'demo-account';
/** Stored instead of an address when the user has disconnected, so that a reload does not connect him again. */
const NOBODY = 'nobody';

interface DemoProvider {
  request: EIP1193RequestFn;
}

/** Lets the demo connector sign for another account; `change` follows from the connector itself. */
export type SelectDemoAccount = (address: Address) => void;

/**
 * A wallet of the accounts of a local chain: it signs in the page, without asking, and remembers who was chosen. The keys are
 * public, so it exists on local chains only.
 */
export function demoAccount({ mnemonic, accounts }: LocalConfig, rpcUrl: string) {
  const stored = readStored(STORAGE_KEY);
  let chosen = accounts.find(({ address }) => address === stored) ?? accounts[0];
  return createConnector<DemoProvider, { select: SelectDemoAccount }>((config) => {
    const [chain] = config.chains;
    const addresses = (): readonly Address[] => (chosen ? [chosen.address] : []);

    const request = (async ({ method, params = [] }: { method: string; params?: readonly unknown[] }) => {
      switch (method) {
        case 'eth_accounts':
        case 'eth_requestAccounts':
          return addresses();
        case 'eth_chainId':
          return numberToHex(chain.id);
        case 'wallet_switchEthereumChain':
        case 'wallet_addEthereumChain':
          return null;
        default: {
          if (!chosen) throw new UserRejectedRequestError(new Error('The configuration names no demo account.'));
          const { demoRequest } = await import('./demo-request.ts');
          return demoRequest({ method, params }, { mnemonic, index: chosen.index, chain, rpcUrl });
        }
      }
    }) as EIP1193RequestFn;

    return {
      id: DEMO_CONNECTOR_ID,
      name: 'Demo accounts',
      type: 'demo',
      async connect({ withCapabilities } = {}) {
        const found = addresses();
        if (readStored(STORAGE_KEY) === NOBODY) writeStored(STORAGE_KEY, chosen?.address ?? null);
        const answer = withCapabilities ? found.map((address) => ({ address, capabilities: {} })) : found;
        return { accounts: answer as never, chainId: chain.id };
      },
      async disconnect() {
        writeStored(STORAGE_KEY, NOBODY);
      },
      async getAccounts() {
        return addresses();
      },
      async getChainId() {
        return chain.id;
      },
      async getProvider() {
        return { request };
      },
      async isAuthorized() {
        return chosen !== undefined && readStored(STORAGE_KEY) !== NOBODY;
      },
      select(address) {
        chosen = accounts.find((account) => account.address === address) ?? chosen;
        writeStored(STORAGE_KEY, chosen?.address ?? null);
        config.emitter.emit('change', { accounts: addresses() });
      },
      onAccountsChanged() {},
      onChainChanged() {},
      onDisconnect() {
        config.emitter.emit('disconnect');
      },
    };
  });
}
