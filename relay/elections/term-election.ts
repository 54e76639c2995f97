import { sql } from 'drizzle-orm';
import type { Hex } from 'viem';
import { decodeSolution } from '../../protocol/validators/decode-solution.ts';
import type { SolutionVoter } from '../../protocol/validators/solution.ts';
import { proveVoter, voterLeaf, voterRoot, voterScope } from '../../protocol/validators/voter-tree.ts';
import type { Chain } from '../chain/connect-chain.ts';
import type { Queryable } from '../db/client.ts';

export interface WonSeat {
  candidateId: number;
  commissionBps: number;
  support: bigint;
}

/** The solution that seated a set of validators, as its events tell it. */
export interface TermElection {
  /** the term that it was for; it may sit longer */
  elected: number;
  seats: readonly WonSeat[];
  /** Voters who back a seat, with what proves it to the rewards contract. */
  voters: readonly (SolutionVoter & { proof: Hex[] })[];
}

interface Accepted extends Record<string, unknown> {
  submitter: string;
  voterRoot: Hex;
  seats: (Omit<WonSeat, 'support'> & { support: string })[];
  block: string;
  index: number;
}

interface Page extends Record<string, unknown> {
  page: string;
  winners: number[];
  voters: Hex;
  edges: Hex;
  stakes: string[];
}

/**
 * Reads the accepted solution of an election: the last one that was accepted, with the pages of its submitter since page 0.
 *
 * @throws when the events do not give the voter root that the contract has
 */
export async function termElection(
  db: Queryable,
  { chainId, contracts }: Pick<Chain, 'chainId' | 'contracts'>,
  elected: number,
): Promise<TermElection | null> {
  const accepted = await lastAccepted(db, elected);
  if (accepted === undefined) return null;
  const pages = (await pagesOf(db, elected, accepted)).map(({ stakes, ...page }) =>
    decodeSolution(page, stakes.map(BigInt)),
  );
  const scope = voterScope({ chainId, elections: contracts.elections, term: elected });
  const leaves = pages.map(({ voters }) => voters.map((voter) => voterLeaf(scope, voter)));
  const isWhole = leaves.length > 0 && voterRoot(leaves) === accepted.voterRoot;
  if (!isWhole) throw new Error(`The solution of election ${elected} cannot be put together from its events.`);
  const voters = pages.flatMap((solution, page) =>
    solution.voters.map((voter, index) => ({ ...voter, proof: proveVoter(leaves, page, index) })),
  );
  const seats = accepted.seats.map(({ support, ...seat }) => ({ ...seat, support: BigInt(support) }));
  return { elected, seats, voters };
}

async function lastAccepted(db: Queryable, elected: number): Promise<Accepted | undefined> {
  const { rows } = await db.execute<Accepted>(sql`
    SELECT args ->> 'submitter' AS submitter, args ->> 'voterRoot' AS "voterRoot", args -> 'seats' AS seats,
      block_number::text AS block, log_index AS index
    FROM chain_events WHERE name = 'SolutionAccepted' AND (args ->> 'term')::bigint = ${elected}
    ORDER BY block_number DESC, log_index DESC LIMIT 1`);
  return rows[0];
}

async function pagesOf(db: Queryable, elected: number, { submitter, block, index }: Accepted): Promise<Page[]> {
  const { rows } = await db.execute<Page>(sql`
    SELECT args ->> 'page' AS page, args -> 'winners' AS winners, args ->> 'voters' AS voters, args ->> 'edges' AS edges,
      args -> 'stakes' AS stakes
    FROM chain_events WHERE name = 'PageVerified' AND (args ->> 'term')::bigint = ${elected}
      AND args ->> 'submitter' = ${submitter} AND (block_number, log_index) < (${block}::bigint, ${index}::integer)
    ORDER BY block_number, log_index`);
  return rows.slice(rows.findLastIndex(({ page }) => page === '0'));
}
