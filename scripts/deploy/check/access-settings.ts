import { type Address, isAddressEqual } from 'viem';
import { roles } from '../governance.ts';
import type { Deployed } from './deployed.ts';
import { eventsOf } from './events.ts';
import type { Facts } from './facts.ts';

/** Roles that an event names: only with one can anything of a role differ from what it is by itself. */
const EVENTS_OF_ROLES = ['RoleGranted', 'RoleAdminChanged', 'RoleGuardianChanged', 'RoleGrantDelayChanged'];

/** Everything of the access manager that the deployment leaves as it is: who rules over roles, delays, closed contracts. */
export async function checkAccessSettings({ client, contracts, startBlock }: Deployed, facts: Facts): Promise<void> {
  const { access } = contracts;
  const events = <T>(name: string) => eventsOf<T>(client, access, name, startBlock);
  const known = new Set<bigint>(Object.values(roles));
  for (const name of EVENTS_OF_ROLES) {
    for (const { roleId } of await events<{ roleId: bigint }>(name)) known.add(roleId);
  }
  // Changes of delays wait for days; until then no view of the contract tells.
  const grantDelays = await events<{ roleId: bigint; delay: number; since: number }>('RoleGrantDelayChanged');
  for (const role of known) {
    facts.same(`administrator of role ${role}`, await access.read.getRoleAdmin([role]), roles.admin);
    facts.same(`guardian of role ${role}`, await access.read.getRoleGuardian([role]), roles.admin);
    const announced = grantDelays.findLast(({ roleId }) => roleId === role);
    const delay = await access.read.getRoleGrantDelay([role]);
    facts.same(`grant delay of role ${role}`, delayInWords(delay, announced?.delay, announced?.since), '0 s');
  }
  const adminDelays = await events<{ target: Address; delay: number; since: number }>('TargetAdminDelayUpdated');
  for (const [name, { address }] of Object.entries(contracts)) {
    facts.same(`${name} is closed by the access manager`, await access.read.isTargetClosed([address]), false);
    const announced = adminDelays.findLast(({ target }) => isAddressEqual(target, address));
    const delay = await access.read.getTargetAdminDelay([address]);
    facts.same(`admin delay of ${name}`, delayInWords(delay, announced?.delay, announced?.since), '0 s');
  }
}

/**
 * A delay (seconds) and what it is going to be.
 *
 * @param effect when it changes, in Unix seconds; 0 if it does not
 */
export function delayInWords(delay: number, next = delay, effect = 0): string {
  return effect === 0 || next === delay ? `${delay} s` : `${delay} s (${next} s from ${effect} on)`;
}
