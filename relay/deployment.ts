import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { address } from './api/scalars.ts';
import { ConfigError } from './config.ts';

const contracts = z.object({
  asset: address,
  models: address,
  commodities: address,
  platforms: address,
  demands: address,
  recommenders: address,
  settlement: address,
  power: address,
  evaluations: address,
  token: address,
  validators: address,
  elections: address,
  rewards: address,
  court: address,
  disputes: address,
  emission: address,
  memberships: address,
  governor: address,
});

/** What the relay needs to know of the contracts that it works with. */
const deployment = z.object({
  chainId: z.int().min(1),
  genesis: z.int().min(0),
  /** Seconds. */
  epochLength: z.int().min(1),
  platformId: z.int().min(1),
  /** No event of the protocol is older. */
  startBlock: z.coerce.bigint().default(0n),
  contracts,
});
export type Deployment = z.infer<typeof deployment>;

/** @throws ConfigError when the file is not there or not a deployment */
export function readDeployment(file: string): Deployment {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigError(`RELAY_DEPLOYMENT: ${file} cannot be read: ${(error as Error).message}`);
  }
  const { success, data, error } = deployment.safeParse(content);
  if (!success) throw new ConfigError(`RELAY_DEPLOYMENT: ${file} is no deployment:\n${z.prettifyError(error)}`);
  return data;
}
