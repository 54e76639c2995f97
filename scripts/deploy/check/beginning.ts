import { isAddressEqual } from 'viem';
import type { ContractName } from '../contract-names.ts';
import type { Deployed } from './deployed.ts';
import { firstOf } from './events.ts';
import type { Facts } from './facts.ts';

/** Events that constructors emit, of the contracts whose events the check believes. */
const FIRST_EVENTS: Partial<Record<ContractName, string>> = {
  access: 'RoleGranted',
  timelock: 'RoleGranted',
  governor: 'ClassSet',
  token: 'AuthorityUpdated',
  power: 'AuthorityUpdated',
  elections: 'AuthorityUpdated',
  court: 'AuthorityUpdated',
};

/** What is read from events is read from the beginning: nothing can have been granted before the block that the chain file names. */
export async function checkBeginning({ client, contracts, startBlock }: Deployed, facts: Facts): Promise<void> {
  for (const [name, event] of Object.entries(FIRST_EVENTS)) {
    const { address, abi } = contracts[name as ContractName];
    const first = await firstOf(client, { address, abi }, event, startBlock);
    const receipt = first && (await client.getTransactionReceipt({ hash: first.transactionHash }));
    const made = receipt?.contractAddress;
    facts.that(
      `${name} was not deployed in block ${startBlock} or later: what happened before is not known`,
      Boolean(made && isAddressEqual(made, address)),
    );
  }
}
