import { join } from 'node:path';
import { listTransactions } from '@nomicfoundation/ignition-core';
import hre from 'hardhat';
import type { Address, Hex } from 'viem';
import publicModule from '../ignition/modules/public.ts';
import type { Connection } from '../local/deploy-local.ts';
import type { ChainFile } from './chain-file.ts';
import { type ContractName, contractNames } from './contract-names.ts';
import type { DeploymentParameters } from './parameters.ts';
import { profiles } from './profiles.ts';

/**
 * Deploys the protocol to a public chain, with the production profile. Ignition keeps a journal: called again with the same parameters
 * after an interruption it goes on where it ended, and after success it sends nothing.
 *
 * @param deploymentId name of the journal's folder
 * @param hasProgress shows Ignition's table
 */
export async function deployPublic(
  connection: Connection,
  parameters: DeploymentParameters,
  deploymentId: string,
  hasProgress = true,
): Promise<ChainFile> {
  const { epochLength, timelockDelay, leastTimelockDelay, guardianOffice, leastTurnout } = profiles.production;
  const settings = { epochLength, timelockDelay, leastTimelockDelay, guardianOffice, leastTurnout };
  const contracts = await connection.ignition.deploy(publicModule, {
    parameters: { Public: { ...settings, ...parameters } },
    ...{ deploymentId, displayUi: hasProgress },
  });
  const client = await connection.viem.getPublicClient();
  const addresses = Object.fromEntries(
    Object.keys(contractNames).map((name) => [name, contracts[name as keyof typeof contracts].address]),
  ) as Record<ContractName, Address>;
  return {
    chainId: await client.getChainId(),
    ...{ genesis: parameters.genesis, epochLength },
    startBlock: await firstBlock(connection, deploymentId),
    contracts: addresses,
  };
}

async function firstBlock(connection: Connection, deploymentId: string): Promise<number> {
  const client = await connection.viem.getPublicClient();
  const folder = join(hre.config.paths.ignition, 'deployments', deploymentId);
  const loadArtifact = (name: string) => hre.artifacts.readArtifact(name);
  const sent = await listTransactions(folder, { loadArtifact } as never);
  const receipts = await Promise.all(sent.map(({ txHash }) => client.getTransactionReceipt({ hash: txHash as Hex })));
  return Math.min(...receipts.map(({ blockNumber }) => Number(blockNumber)));
}
