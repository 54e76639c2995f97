import { join } from 'node:path';
import { toHex } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import { root } from '../checks/tool.ts';
import { accountIndex } from '../local/accounts.ts';
import { TEST_MNEMONIC } from '../local/keys.ts';
import type { Guardian } from './guardian.ts';
import { HOST, LISTEN } from './ports.ts';
import { SupervisedPart } from './supervised-part.ts';
import type { StackPorts } from './types.ts';

export interface RelayOptions {
  readonly ports: StackPorts;
  readonly databaseUrl: string;
  /** Secret of `X-Relay-Key`. */
  readonly key: string;
  readonly dataFolder: string;
}

const READY_TIMEOUT_MS = 30_000;

/** The order relay as a process of its own; not started yet. The environment is described in README.md. */
export function relayPart(options: RelayOptions, guardian: Guardian, say: (event: Localized) => void): SupervisedPart {
  const { ports, dataFolder } = options;
  return new SupervisedPart(
    {
      name: 'relay',
      title: { 'zh-Hans': '订单中继', en: 'The relay' },
      child: () => ({
        command: process.execPath,
        args: [join(root, 'relay', 'main.ts')],
        cwd: root,
        env: { ...process.env, ...relayEnvironment(options) },
        logFile: join(dataFolder, 'logs', 'relay.log'),
        stopSignal: 'SIGTERM',
      }),
      isReady: async () => (await fetch(`http://${HOST}:${ports.relay}/ready`)).ok,
      readyTimeoutMs: READY_TIMEOUT_MS,
    },
    guardian,
    say,
  );
}

/** What the relay reads from its environment; imports into its database need the same. */
export function relayEnvironment({ ports, databaseUrl, key, dataFolder }: RelayOptions): Record<string, string> {
  return {
    RELAY_DATABASE_URL: databaseUrl,
    RELAY_RPC_URL: `http://${HOST}:${ports.rpc}`,
    RELAY_HOST: LISTEN,
    RELAY_PORT: String(ports.relay),
    RELAY_PUBLIC_URL: `http://${HOST}:${ports.page}/relay`,
    RELAY_ORIGINS: `http://${HOST}:${ports.page},http://localhost:${ports.page}`,
    RELAY_OPERATOR_KEY: privateKey(accountIndex.platform),
    RELAY_SIGNER_KEY: privateKey(accountIndex.platformSigner),
    RELAY_KEEPER_KEY: privateKey(accountIndex.keeper),
    RELAY_DEPLOYMENT: join(dataFolder, 'deployment.json'),
    RELAY_DATA_DIR: join(dataFolder, 'relay'),
    RELAY_KEY: key,
    RELAY_LOCAL: 'true',
    // Every case ends before the visitor's eyes.
    RELAY_WATCH: 'true',
  };
}

function privateKey(addressIndex: number): string {
  const key = mnemonicToAccount(TEST_MNEMONIC, { addressIndex }).getHdKey().privateKey;
  if (key === null) throw new RangeError(`the test mnemonic has no account ${addressIndex}`);
  return toHex(key);
}
