import { desc, eq } from 'drizzle-orm';
import type { Address } from 'viem';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { abis } from '../chain/abis.ts';
import { chainTime } from '../chain/chain-head.ts';
import { revertOf } from '../chain/decode-error.ts';
import { chainEvents } from '../chain/tables.ts';
import type { Relay } from '../relay.ts';
import { atHead } from './at-head.ts';

/** What the register of platforms says of this platform. Amounts in the smallest unit of the settlement asset. */
export interface PlatformState {
  operator: Address;
  /** Time of the suspension that lasts; null: none does. */
  suspendedSince: number | null;
  bond: bigint;
  /** Cases that are neither answered nor slashed. */
  openCases: number;
  /** What of the bond will still be there while orders that are placed now can be challenged. */
  cover: bigint;
  /** What their statements will need. */
  required: bigint;
  epoch: number;
}

/** Goods are on their way for less than that. */
const DELIVERY_EPOCHS = 1;

/** Null: the register does not know this platform. */
export async function platformState(relay: Relay): Promise<PlatformState | null> {
  const now = await chainTime(relay.db);
  const { clock } = relay.chain;
  const epoch = epochAt(clock, now);
  const settledIn = epochAt(clock, now + relay.config.returnWindow) + DELIVERY_EPOCHS;
  return atHead(relay, 'platform', () => read(relay, epoch, settledIn));
}

async function read(relay: Relay, epoch: number, settledIn: number): Promise<PlatformState | null> {
  const { client, contracts, platformId } = relay.chain;
  const register = { address: contracts.platforms, abi: abis.platforms } as const;
  try {
    const [platform, since, cover, minBond] = await Promise.all([
      client.readContract({ ...register, functionName: 'platformOf', args: [platformId] }),
      client.readContract({ ...register, functionName: 'suspendedSince', args: [platformId] }),
      // It only falls with the epoch: the last one in which such an order may be settled has the least.
      client.readContract({ ...register, functionName: 'coverOf', args: [platformId, settledIn] }),
      client.readContract({ ...register, functionName: 'minBond' }),
    ]);
    const { operator, bond, openCases } = platform;
    const suspendedSince = since === 0 ? null : since;
    const announced = await announcedMinBond(relay, settledIn + 1);
    const required = announced > minBond ? announced : minBond;
    return { operator, suspendedSince, bond, openCases, cover, required, epoch };
  } catch (error) {
    if (revertOf(error)?.name === 'UnknownPlatform') return null;
    throw error;
  }
}

/** Governance has said what a statement that is posted in `epoch` will need; 0 if it has said nothing. */
async function announcedMinBond({ db }: Relay, epoch: number): Promise<bigint> {
  const [last] = await db
    .select()
    .from(chainEvents)
    .where(eq(chainEvents.name, 'MinBondSet'))
    .orderBy(desc(chainEvents.blockNumber), desc(chainEvents.logIndex))
    .limit(1);
  if (last === undefined || Number(last.args.fromEpoch) > epoch) return 0n;
  return BigInt(last.args.amount as string);
}
