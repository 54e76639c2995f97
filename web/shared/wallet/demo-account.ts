import {
  type Address,
  createWalletClient,
  type EIP1193RequestFn,
  type Hex,
  http,
  numberToHex,
  UserRejectedRequestError,
} from 'viem';
import type { LocalAccount } from 'viem/accounts';
import { createConnector } from 'wagmi';
import type { LocalConfig } from '../../app/config.ts';
import { readStored, writeStored } from '../storage/stored.ts';

export const DEMO_CONNECTOR_ID = 'commune-demo';
const STORAGE_KEY = 'demo-account';

interface SendTransaction {
  to?: Address;
  data?: Hex;
  value?: Hex;
  gas?: Hex;
}

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
  const signers = new Map<number, LocalAccount>();

  async function signer(): Promise<LocalAccount> {
    if (!chosen) throw new UserRejectedRequestError(new Error('The configuration names no demo account.'));
    const known = signers.get(chosen.index);
    if (known) return known;
    // Loaded when somebody signs: deriving keys is a lot of code.
    const { mnemonicToAccount } = await import('viem/accounts');
    const account = mnemonicToAccount(mnemonic, { addressIndex: chosen.index });
    signers.set(chosen.index, account);
    return account;
  }

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
        case 'personal_sign':
          return (await signer()).signMessage({ message: { raw: params[0] as Hex } });
        case 'eth_signTypedData_v4':
          return (await signer()).signTypedData(JSON.parse(params[1] as string));
        case 'eth_sendTransaction': {
          const { to, data, value, gas } = params[0] as SendTransaction;
          const wallet = createWalletClient({ account: await signer(), chain, transport: http(rpcUrl) });
          return wallet.sendTransaction({
            to: to ?? null,
            ...(data && { data }),
            ...(value && { value: BigInt(value) }),
            ...(gas && { gas: BigInt(gas) }),
          });
        }
        default:
          return createWalletClient({ chain, transport: http(rpcUrl) }).request({ method, params } as never);
      }
    }) as EIP1193RequestFn;

    return {
      id: DEMO_CONNECTOR_ID,
      name: 'Demo accounts',
      type: 'demo',
      async connect({ withCapabilities } = {}) {
        const found = addresses();
        const answer = withCapabilities ? found.map((address) => ({ address, capabilities: {} })) : found;
        return { accounts: answer as never, chainId: chain.id };
      },
      async disconnect() {},
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
        return chosen !== undefined;
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
