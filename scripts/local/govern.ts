import { type Address, type Hex, keccak256, stringToHex, zeroHash } from 'viem';
import { accountIndex } from './accounts.ts';
import { type Commune, sent } from './deploy-local.ts';
import { now, toTime } from './time.ts';

/** What the timelock is to call. */
export interface GovernedCall {
  readonly to: Address;
  readonly data: Hex;
}

/** Lets the timelock of a local chain make calls, all or none; time goes on by its delay. */
export async function govern(commune: Commune, step: string, calls: readonly GovernedCall[]): Promise<void> {
  const { timelock } = commune.contracts;
  const { account } = commune.actor(accountIndex.governance);
  const batch = [
    calls.map(({ to }) => to),
    calls.map(() => 0n),
    calls.map(({ data }) => data),
    zeroHash,
    keccak256(stringToHex(step)),
  ] as const;
  const delay = await timelock.read.getMinDelay();
  await sent(commune, step, timelock.write.scheduleBatch([...batch, delay], { account }));
  await toTime(commune, (await now(commune)) + Number(delay));
  await sent(commune, step, timelock.write.executeBatch(batch, { account }));
}
