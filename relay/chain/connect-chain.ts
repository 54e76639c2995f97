import { type Address, createPublicClient, type Hex, http, type LocalAccount, type PublicClient } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import type { ContractName } from './abis.ts';

export interface ChainOptions {
  rpcUrl: string;
  chainId: number;
  clock: EpochClock;
  contracts: Readonly<Record<ContractName, Address>>;
  platformId: number;
  /** No event of the protocol is older. */
  startBlock: bigint;
  operatorKey: Hex;
  signerKeys: readonly Hex[];
  /** null: this relay does nobody else's duties. */
  keeperKey: Hex | null;
}

/** The chain that the relay works with. Connecting sends nothing: the node may be down. */
export interface Chain {
  readonly client: PublicClient;
  readonly chainId: number;
  readonly clock: EpochClock;
  readonly contracts: Readonly<Record<ContractName, Address>>;
  readonly platformId: number;
  readonly startBlock: bigint;
  /** Posts statements, pays their deposits and answers challenges and demands. */
  readonly operator: LocalAccount;
  /** Sign receipts, each those of the epochs that the register of platforms gives it. */
  readonly signers: readonly LocalAccount[];
  /** Sends what anybody may send. */
  readonly keeper: LocalAccount | null;
}

const TIMEOUT_MS = 10_000;

export function connectChain(options: ChainOptions): Chain {
  const { chainId, clock, contracts, platformId, startBlock, operatorKey, signerKeys, keeperKey } = options;
  // Retries are the jobs' business: they know what is urgent, and an answer that comes late is of no use to a request.
  const transport = http(options.rpcUrl, { retryCount: 1, timeout: TIMEOUT_MS });
  return {
    client: createPublicClient({ transport, cacheTime: 0 }),
    chainId,
    clock,
    contracts,
    platformId,
    startBlock,
    operator: privateKeyToAccount(operatorKey),
    signers: signerKeys.map((key) => privateKeyToAccount(key)),
    keeper: keeperKey === null ? null : privateKeyToAccount(keeperKey),
  };
}
