import { type AbiFunction, type Address, type Hex, isAddressEqual, toFunctionSelector } from 'viem';
import { roles, timelockRoles } from '../governance.ts';
import { delayInWords } from './access-settings.ts';
import type { Deployed } from './deployed.ts';
import { eventsOf } from './events.ts';
import type { Facts } from './facts.ts';

/** Who holds which role of the access manager, and which functions belong to a role. */
export async function checkAccess({ client, contracts, startBlock }: Deployed, facts: Facts): Promise<void> {
  const { access, timelock, governor, guardian, platforms } = contracts;
  const granted = await eventsOf<{ roleId: bigint; account: Address }>(client, access, 'RoleGranted', startBlock);
  const expected: Record<string, readonly Address[]> = {
    [`${roles.admin}`]: [timelock.address],
    [`${roles.emergency}`]: [timelock.address, governor.address, guardian.address],
    [`${roles.admission}`]: [timelock.address, guardian.address],
  };
  const known = new Set([...Object.keys(expected), ...granted.map(({ roleId }) => `${roleId}`)]);
  for (const role of known) {
    const accounts = [...new Set(granted.filter(({ roleId }) => `${roleId}` === role).map(({ account }) => account))];
    const holders: Address[] = [];
    for (const account of accounts) {
      const [since, ...delay] = await access.read.getAccess([BigInt(role), account]);
      // Whoever has to wait for a role holds it, too: nobody needs to do anything more.
      if (since === 0) continue;
      holders.push(account);
      const [isMember] = await access.read.hasRole([BigInt(role), account]);
      facts.that(`${account} has role ${role} of the access manager only from ${since} on`, isMember);
      facts.same(`execution delay of ${account} in role ${role}`, delayInWords(...delay), '0 s');
    }
    facts.same(`holders of role ${role} of the access manager`, holders, expected[role] ?? []);
  }
  const assigned: Readonly<Record<Hex, bigint>> = {
    [toFunctionSelector('suspend(uint32)')]: roles.emergency,
    [toFunctionSelector('admit(address,address,string)')]: roles.admission,
  };
  for (const [name, contract] of Object.entries(contracts)) {
    for (const item of contract.abi as readonly { type: string }[]) {
      if (item.type !== 'function') continue;
      const { name: functionName, stateMutability } = item as AbiFunction;
      if (stateMutability === 'view' || stateMutability === 'pure') continue;
      const selector = toFunctionSelector(item as AbiFunction);
      const role = await access.read.getTargetFunctionRole([contract.address, selector]);
      const needed = contract.address === platforms.address ? (assigned[selector] ?? roles.admin) : roles.admin;
      facts.same(`role of ${name}.${functionName}`, role, needed);
    }
  }
}

/** Nobody but the governor makes the timelock do anything. */
export async function checkTimelock(
  { client, contracts, startBlock, profile }: Deployed,
  facts: Facts,
  bystanders: readonly Address[],
): Promise<void> {
  const { timelock, governor } = contracts;
  const granted = await eventsOf<{ role: Hex; account: Address }>(client, timelock, 'RoleGranted', startBlock);
  for (const [name, role] of Object.entries(timelockRoles)) {
    const accounts = [...new Set(granted.filter((grant) => grant.role === role).map(({ account }) => account))];
    const holders = await keep(accounts, (account) => timelock.read.hasRole([role, account]));
    const rightful = name === 'admin' ? [timelock.address] : [governor.address];
    const others = holders.filter(
      (holder) => !bystanders.some((bystander) => isAddressEqual(bystander, holder)) || name === 'admin',
    );
    facts.same(`${name} of the timelock`, others, rightful);
  }
  facts.same('least delay of the timelock', await timelock.read.leastDelay(), profile.leastTimelockDelay);
  const delay = await timelock.read.getMinDelay();
  facts.that(
    `the delay of the timelock, ${delay} s, is not below ${profile.timelockDelay} s`,
    delay >= BigInt(profile.timelockDelay),
  );
}

async function keep<T>(items: readonly T[], test: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(items.map(test));
  return items.filter((_, i) => kept[i]);
}
