import { defineChain } from 'viem';
import { type Config, createConfig, http } from 'wagmi';
import type { AppConfig } from '../../app/config.ts';
import { demoAccount } from './demo-account.ts';

const LOCAL_POLLING_MS = 500;
const PUBLIC_POLLING_MS = 4_000;

/** wagmi's view of one commune: its chain, wallets of the browser (EIP-6963), and on local chains the demo accounts. */
export function createWalletConfig({ chain, local }: AppConfig): Config {
  const commune = defineChain({
    id: chain.id,
    name: chain.name,
    nativeCurrency: chain.nativeCurrency,
    rpcUrls: { default: { http: [chain.rpcUrl] } },
    ...(chain.explorerUrl && { blockExplorers: { default: { name: 'Explorer', url: chain.explorerUrl } } }),
    testnet: local !== null,
  });
  return createConfig({
    chains: [commune],
    transports: { [commune.id]: http(chain.rpcUrl, { batch: { wait: 8 } }) },
    connectors: local ? [demoAccount(local, chain.rpcUrl)] : [],
    multiInjectedProviderDiscovery: true,
    pollingInterval: local ? LOCAL_POLLING_MS : PUBLIC_POLLING_MS,
  });
}
