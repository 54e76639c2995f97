import type { Address } from 'viem';
import type { SignedReceipt } from '../../relay/api/receipts.ts';

/** What `/config.json` says: where everything is. The build itself knows no address. */
export interface AppConfig {
  readonly chain: {
    readonly id: number;
    readonly name: string;
    /** Absolute: wallets use it, too. */
    readonly rpcUrl: string;
    readonly explorerUrl: string | null;
    readonly nativeCurrency: { readonly name: string; readonly symbol: string; readonly decimals: number };
  };
  /** Absolute or relative to the page. */
  readonly subgraphUrl: string;
  readonly relayUrl: string;
  readonly clock: { readonly genesis: number; readonly epochLength: number };
  readonly contracts: ContractAddresses;
  readonly platformId: number;
  /** Block of the first contract. */
  readonly deploymentBlock: number;
  /** Only on local chains. */
  readonly local: LocalConfig | null;
}

export interface ContractAddresses {
  readonly asset: Address;
  readonly models: Address;
  readonly commodities: Address;
  readonly platforms: Address;
  readonly demands: Address;
  readonly recommenders: Address;
  readonly settlement: Address;
  readonly power: Address;
  readonly evaluations: Address;
  /** CTT. */
  readonly token: Address;
  readonly validators: Address;
  readonly elections: Address;
  readonly rewards: Address;
  readonly court: Address;
  readonly disputes: Address;
  /** Mines CTT. */
  readonly emission: Address;
  /** Founders' CTT. */
  readonly vesting: Address;
  readonly memberships: Address;
  readonly governor: Address;
  /** Owns everything, and the treasury. */
  readonly timelock: Address;
  /** Says what the timelock and others may call. */
  readonly access: Address;
  readonly guardian: Address;
}

export interface LocalConfig {
  readonly controlUrl: string;
  readonly mnemonic: string;
  readonly accounts: readonly DemoAccount[];
  /** What a platform has signed that cheats, to try what happens then. */
  readonly cheatedReceipts: {
    /** Its order is not in the statement. */
    readonly leftOut: SignedReceipt;
    /** Two different receipts for one order. */
    readonly twice: readonly [SignedReceipt, SignedReceipt];
  };
}

/** An account under the public test mnemonic, named by its role. */
export interface DemoAccount {
  readonly role:
    | 'visitor'
    | 'platform'
    | 'expert'
    | 'producer'
    | 'experiencer'
    | 'recommender'
    | 'consumer'
    | 'keeper'
    | 'governance';
  readonly name: { readonly 'zh-Hans': string; readonly en: string };
  readonly address: Address;
  /** Path m/44'/60'/0'/0/index. */
  readonly index: number;
  /** Number of an experiencer or recommender. */
  readonly id?: number;
  /** Number as a candidate for validator. */
  readonly candidateId?: number;
  /** What he can do in the seeded world that others cannot. */
  readonly hint?: { readonly 'zh-Hans': string; readonly en: string };
}
