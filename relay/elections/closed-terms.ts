import { sql } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';

export interface ClosedTerm {
  term: number;
  /** Election whose winners sat; 0 for nobody. */
  elected: number;
  /** What the seats share, in the smallest unit of the settlement asset. */
  amount: bigint;
  /** Candidates and voters who have theirs. */
  paidSeats: ReadonlySet<number>;
  paidVoters: ReadonlySet<number>;
}

interface Row extends Record<string, unknown> {
  term: number;
  elected: number;
  amount: string;
  seats: number[];
  voters: number[];
}

/** Terms from `since` on whose rewards were shared out, oldest first. */
export async function closedTerms(db: Queryable, since: number): Promise<ClosedTerm[]> {
  const { rows } = await db.execute<Row>(sql`
    SELECT (closed.args ->> 'term')::integer AS term, (closed.args ->> 'elected')::integer AS elected,
      closed.args ->> 'amount' AS amount,
      ARRAY(
        SELECT (paid.args ->> 'candidateId')::integer FROM chain_events paid
        WHERE paid.name = 'CommissionPaid' AND paid.args -> 'term' = closed.args -> 'term'
      ) AS seats,
      ARRAY(
        SELECT (paid.args ->> 'voterId')::integer FROM chain_events paid
        WHERE paid.name = 'RewardPaid' AND paid.args -> 'term' = closed.args -> 'term'
      ) AS voters
    FROM chain_events closed
    WHERE closed.name = 'TermClosed' AND (closed.args ->> 'term')::integer >= ${since}
    ORDER BY term`);
  return rows.map(({ term, elected, amount, seats, voters }) => ({
    term,
    elected,
    amount: BigInt(amount),
    paidSeats: new Set(seats),
    paidVoters: new Set(voters),
  }));
}
