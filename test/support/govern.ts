import { type Address, encodeFunctionData, type Hex, zeroHash } from 'viem';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, sent } from '../../scripts/local/deploy-local.ts';

const DELAY = 60;

/** Lets the timelock of a local chain do something, by the name of its function; time goes on by its delay. */
export async function govern(
  commune: Commune,
  target: { address: Address; abi: readonly unknown[] },
  functionName: string,
  calls: readonly (readonly unknown[])[],
): Promise<void> {
  const { timelock } = commune.contracts;
  const { account } = commune.actor(accountIndex.governance);
  const data = calls.map((args) => encodeFunctionData({ abi: target.abi, functionName, args } as never) as Hex);
  const targets = data.map(() => target.address);
  const values = data.map(() => 0n);
  const batch = [targets, values, data, zeroHash, zeroHash] as const;
  await sent(commune, 'govern', timelock.write.scheduleBatch([...batch, BigInt(DELAY)], { account }));
  await commune.connection.networkHelpers.time.increase(DELAY);
  await sent(commune, 'govern', timelock.write.executeBatch(batch, { account }));
}
