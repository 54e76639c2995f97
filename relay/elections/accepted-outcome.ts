import { sql } from 'drizzle-orm';
import type { Outcome } from '../../protocol/validators/outcome.ts';
import type { Queryable } from '../db/client.ts';

type Score = Record<'winners' | 'least' | 'sum' | 'squares', string | number>;

/** The best solution that the election for a term has so far; null before the first. */
export async function acceptedOutcome(db: Queryable, term: number): Promise<Outcome | null> {
  const { rows } = await db.execute<{ score: Score }>(sql`
    SELECT args -> 'score' AS score FROM chain_events
    WHERE name = 'SolutionAccepted' AND (args ->> 'term')::bigint = ${term}
    ORDER BY block_number DESC, log_index DESC LIMIT 1`);
  const score = rows[0]?.score;
  if (score === undefined) return null;
  const { winners, least, sum, squares } = score;
  return { winners: Number(winners), least: BigInt(least), sum: BigInt(sum), squares: BigInt(squares) };
}
