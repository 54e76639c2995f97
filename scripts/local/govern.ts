import { type Abi, type Address, encodeFunctionData, type Hex, keccak256, stringToHex, zeroHash } from 'viem';
import { timelockRoles } from '../deploy/governance.ts';
import { accountIndex } from './accounts.ts';
import { type Commune, sent } from './deploy-local.ts';
import { now, toTime } from './time.ts';

/** What the timelock is to call. */
export interface GovernedCall {
  readonly to: Address;
  readonly data: Hex;
}

/** A call of a contract's function. */
export function callTo(
  { address, abi }: { readonly address: Address; readonly abi: Abi },
  functionName: string,
  args: readonly unknown[],
): GovernedCall {
  return { to: address, data: encodeFunctionData({ abi, functionName, args }) };
}

/**
 * Lets the timelock of a local chain make calls without a vote, all or none; time goes on by its delay. Only until its bystander
 * has renounced.
 */
export async function govern(commune: Commune, step: string, calls: readonly GovernedCall[]): Promise<void> {
  const { timelock } = commune.contracts;
  const { account } = commune.actor(accountIndex.governance);
  const batch = [
    calls.map(({ to }) => to),
    calls.map(() => 0n),
    calls.map(({ data }) => data),
    zeroHash,
    // The same may be decided again.
    keccak256(stringToHex(`${step} ${await now(commune)}`)),
  ] as const;
  const delay = await timelock.read.getMinDelay();
  await sent(commune, step, timelock.write.scheduleBatch([...batch, delay], { account }));
  await toTime(commune, (await now(commune)) + Number(delay));
  await sent(commune, step, timelock.write.executeBatch(batch, { account }));
}

/** The bystander of a local chain gives up its roles: from now on the timelock obeys votes alone. */
export async function renounceBystander(commune: Commune): Promise<void> {
  const { timelock } = commune.contracts;
  const { account } = commune.actor(accountIndex.governance);
  const { proposer, canceller, executor } = timelockRoles;
  for (const role of [proposer, canceller, executor]) {
    await sent(commune, 'renounce', timelock.write.renounceRole([role, account.address], { account }));
  }
}
