import type { Address } from 'viem';
import type { Connection } from '../../local/deploy-local.ts';
import type { ChainFile } from '../chain-file.ts';
import type { Profile } from '../profiles.ts';
import { checkDeployment, type Expectations, type Finding } from './check-deployment.ts';
import { contractsAt } from './deployed.ts';

/** Checks what a chain file says against the chain. */
export async function checkChain(
  connection: Connection,
  { contracts: addresses, startBlock, genesis, epochLength }: ChainFile,
  profile: Profile,
  expectations: Expectations,
): Promise<Finding[]> {
  const client = await connection.viem.getPublicClient();
  const contracts = await contractsAt(connection, client, addresses);
  const clock = { genesis, epochLength };
  return checkDeployment({ client, contracts, clock, profile, startBlock: BigInt(startBlock) }, expectations);
}

/** Prints findings; gives the number of problems. */
export function report(findings: readonly Finding[], say: (line: string) => void): number {
  for (const { title, holding, problems } of findings) {
    say(`${problems.length === 0 ? 'ok    ' : 'WRONG '} ${title}: ${holding} facts hold`);
    for (const problem of problems) say(`         ${problem}`);
  }
  return findings.reduce((sum, { problems }) => sum + problems.length, 0);
}

/** Nobody but the governor, and somebody else's asset. */
export const publicExpectations: Expectations = { hasFaucet: false, bystanders: [] as Address[] };
