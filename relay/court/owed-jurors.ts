import { sql } from 'drizzle-orm';
import type { Address } from 'viem';
import type { Queryable } from '../db/client.ts';

export interface OwedAccount {
  account: Address;
  /** How often it was paid before. */
  payments: number;
}

/** Accounts of jurors, by candidate, with how often the court has paid each. */
export async function jurorAccounts(db: Queryable): Promise<Map<number, OwedAccount>> {
  const { rows } = await db.execute<{ candidateId: number; account: Address; payments: number }>(sql`
    SELECT (candidate.args ->> 'candidateId')::integer AS "candidateId", candidate.args ->> 'account' AS account, (
      SELECT count(*)::integer FROM chain_events paid
      WHERE paid.name = 'Withdrawn' AND paid.args ->> 'account' = candidate.args ->> 'account'
    ) AS payments
    FROM chain_events candidate WHERE candidate.name = 'CandidateRegistered'`);
  return new Map(rows.map(({ candidateId, ...row }) => [candidateId, row]));
}

/** Candidates who voted for the ruling in a settled round and were not paid since. */
export async function unpaidJurors(db: Queryable): Promise<number[]> {
  const { rows } = await db.execute<{ candidateId: number }>(sql`
    SELECT DISTINCT (vote.args ->> 'candidateId')::integer AS "candidateId"
    FROM chain_events settled
    JOIN chain_events vote ON vote.name = 'VoteRevealed' AND vote.args -> 'disputeId' = settled.args -> 'disputeId'
      AND vote.args -> 'round' = settled.args -> 'round' AND vote.args -> 'choice' = settled.args -> 'ruling'
    JOIN chain_events candidate ON candidate.name = 'CandidateRegistered'
      AND candidate.args -> 'candidateId' = vote.args -> 'candidateId'
    WHERE settled.name = 'RoundSettled' AND NOT EXISTS (
      SELECT 1 FROM chain_events paid
      WHERE paid.name = 'Withdrawn' AND paid.args -> 'account' = candidate.args -> 'account'
        AND (paid.block_number, paid.log_index) > (settled.block_number, settled.log_index)
    )
    ORDER BY "candidateId"`);
  return rows.map(({ candidateId }) => candidateId);
}
