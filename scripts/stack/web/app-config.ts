import type { AppConfig } from '../../../web/app/config.ts';
import { TEST_MNEMONIC } from '../../local/keys.ts';
import type { WorldFacts } from '../chain/world-file.ts';

/** What the page of a local stack learns of it. */
export function appConfig(
  { clock, contracts, platformId, startBlock, accounts, cheatedReceipts }: WorldFacts,
  chain: LocalChainFacts,
): AppConfig {
  return {
    chain: {
      id: chain.id,
      name: 'Trusted Commerce Commune (local)',
      rpcUrl: chain.rpcUrl,
      explorerUrl: null,
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    },
    subgraphUrl: '/subgraph',
    relayUrl: '/relay',
    clock,
    contracts,
    platformId,
    deploymentBlock: startBlock,
    local: { controlUrl: '/local', mnemonic: TEST_MNEMONIC, accounts, cheatedReceipts },
  };
}

interface LocalChainFacts {
  readonly id: number;
  /** Absolute. */
  readonly rpcUrl: string;
}
