import { sql } from 'drizzle-orm';
import { encodeFunctionData } from 'viem';
import { abis } from '../chain/abis.ts';
import { atHead } from '../platform/at-head.ts';
import type { Relay } from '../relay.ts';
import type { Duty } from './duty.ts';

interface ListVoter {
  voterId: number;
  stake: bigint;
  listed: boolean;
  /** Block in which he left the list; 0 if he never was in it. */
  since: string;
}

const capacities = new WeakMap<Relay, number>();

/** Voters who were too small for the list or were evicted, and for whom there is room now or a smaller one to replace. */
export async function enlistDuties(relay: Relay): Promise<Duty[]> {
  const voters = await atHead(relay, 'voters', () => readVoters(relay));
  const waiting = voters.filter(({ listed }) => !listed);
  if (waiting.length === 0) return [];
  const chosen = whoGetsIn(voters, await capacityOf(relay));
  return chosen.map(({ voterId, since }) => ({
    key: `enlist/${voterId}/${since}`,
    to: relay.chain.contracts.validators,
    data: encodeFunctionData({ abi: abis.validators, functionName: 'enlist', args: [voterId] }),
    doneBy: ['AlreadyListed', 'StakeTooSmall'],
  }));
}

/** In the order in which they have to be enlisted: the largest first, each in the place of the smallest where the list is full. */
export function whoGetsIn(voters: readonly ListVoter[], capacity: number): ListVoter[] {
  const listed = voters.filter((voter) => voter.listed).map(({ stake }) => stake);
  listed.sort(ascending);
  const waiting = voters.filter((voter) => !voter.listed).sort((a, b) => ascending(b.stake, a.stake));
  let room = capacity - listed.length;
  let smallest = 0;
  return waiting.filter(({ stake }) => {
    if (room > 0) {
      room -= 1;
      return true;
    }
    // Who gets in is larger than all who are replaced after him.
    const isLarger = smallest < listed.length && stake > (listed[smallest] ?? 0n);
    if (isLarger) smallest += 1;
    return isLarger;
  });
}

function ascending(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Places in the list; they never change. */
async function capacityOf(relay: Relay): Promise<number> {
  const known = capacities.get(relay);
  if (known !== undefined) return known;
  const { client, contracts } = relay.chain;
  const register = { address: contracts.validators, abi: abis.validators } as const;
  const capacity = Number(await client.readContract({ ...register, functionName: 'maxVoters' }));
  capacities.set(relay, capacity);
  return capacity;
}

/** Everybody who could be counted: with a stake and with somebody named. */
async function readVoters({ db }: Relay): Promise<ListVoter[]> {
  const { rows } = await db.execute<Omit<ListVoter, 'stake'> & { stake: string }>(sql`
    WITH latest AS (
      SELECT DISTINCT ON (name, args ->> 'voterId') name, (args ->> 'voterId')::bigint AS voter_id, args, block_number
      FROM chain_events WHERE name IN ('StakeSet', 'NominationsSet', 'ListingSet')
      ORDER BY name, args ->> 'voterId', block_number DESC, log_index DESC
    )
    SELECT staked.voter_id::integer AS "voterId", staked.args ->> 'stake' AS stake,
      coalesce((listing.args ->> 'listed')::boolean, false) AS listed, coalesce(listing.block_number, 0)::text AS since
    FROM latest staked
    JOIN latest named ON named.name = 'NominationsSet' AND named.voter_id = staked.voter_id
    LEFT JOIN latest listing ON listing.name = 'ListingSet' AND listing.voter_id = staked.voter_id
    WHERE staked.name = 'StakeSet' AND (staked.args ->> 'stake')::numeric > 0
      AND jsonb_array_length(named.args -> 'candidateIds') > 0
    ORDER BY staked.voter_id`);
  return rows.map(({ stake, ...row }) => ({ ...row, stake: BigInt(stake) }));
}
