import { and, asc, eq, gt, inArray, notInArray, sql } from 'drizzle-orm';
import { type Address, type Hex, keccak256 } from 'viem';
import { chainEvents } from '../chain/tables.ts';
import type { Queryable } from '../db/client.ts';

/** A proposal that may still be queued or executed. */
export interface OpenProposal {
  readonly proposalId: bigint;
  /** Unix seconds; a late change of the outcome may have moved it. */
  readonly voteEnd: number;
  /** Of its calls, as the governor is told them to queue or to execute. */
  readonly batch: readonly [targets: Address[], values: bigint[], calldatas: Hex[], descriptionHash: Hex];
}

interface Created {
  proposalId: string;
  targets: Address[];
  values: string[];
  calldatas: Hex[];
  voteEnd: string;
  description: Hex;
}

const ENDED = ['ProposalExecuted', 'ProposalCanceled'];

/**
 * Proposals that are neither executed nor canceled, oldest first.
 *
 * @param since what was to end before has expired by now
 */
export async function openProposals(db: Queryable, since: number): Promise<OpenProposal[]> {
  const { name, args, blockNumber, logIndex } = chainEvents;
  const ended = db
    .select({ id: sql`${args} ->> 'proposalId'` })
    .from(chainEvents)
    .where(inArray(name, ENDED));
  const rows = await db
    .select({ args })
    .from(chainEvents)
    .where(
      and(
        eq(name, 'ProposalCreated'),
        gt(sql`(${args} ->> 'voteEnd')::numeric`, since),
        notInArray(sql`${args} ->> 'proposalId'`, ended),
      ),
    )
    .orderBy(asc(blockNumber), asc(logIndex));
  return rows.map((row) => {
    const created = row.args as unknown as Created;
    return {
      proposalId: BigInt(created.proposalId),
      voteEnd: Number(created.voteEnd),
      batch: [created.targets, created.values.map(BigInt), created.calldatas, keccak256(created.description)],
    };
  });
}
