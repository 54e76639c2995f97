import { and, asc, eq, gte, lte, notInArray, sql } from 'drizzle-orm';
import { chainEvents, chainLots } from '../chain/tables.ts';
import type { Relay } from '../relay.ts';
import { type RoundHistory, roundHistories } from './round-history.ts';

/** A round that half a year could not finish needs somebody to look at it, not another try. */
const EPOCHS = 26;

/** Rounds that are being closed or were closed lately, and in which something is left to do or may be. */
export async function openRounds({ db, chain }: Relay, epoch: number): Promise<RoundHistory[]> {
  const finished = db
    .select({ lotId: sql<number>`${chainEvents.lotId}` })
    .from(chainEvents)
    .where(sql`${chainEvents.lotId} IS NOT NULL`)
    .groupBy(chainEvents.lotId)
    .having(
      sql`bool_or(${chainEvents.name} = 'RoundClosed')
        AND count(*) FILTER (WHERE ${chainEvents.name} = 'ReportCommitted')
          = count(*) FILTER (WHERE ${chainEvents.name} = 'ReportClaimed')
        AND (bool_or(${chainEvents.name} = 'LeftoverSwept')
          OR coalesce(sum((${chainEvents.args} ->> 'prize')::numeric) FILTER (WHERE ${chainEvents.name} = 'RoundClosed'), 0)
          + coalesce(sum((${chainEvents.args} ->> 'charge')::numeric) FILTER (WHERE ${chainEvents.name} = 'RoundFinalized'), 0)
          = coalesce(sum((${chainEvents.args} ->> 'reward')::numeric) FILTER (WHERE ${chainEvents.name} = 'ReportClaimed'), 0))`,
    );
  const lots = await db
    .select({ lotId: chainLots.lotId, closingEpoch: chainLots.closingEpoch })
    .from(chainLots)
    .where(
      and(
        eq(chainLots.evaluations, chain.contracts.evaluations.toLowerCase() as `0x${string}`),
        lte(chainLots.closingEpoch, epoch),
        gte(chainLots.closingEpoch, epoch - EPOCHS),
        notInArray(chainLots.lotId, finished),
      ),
    )
    .orderBy(asc(chainLots.lotId));
  return roundHistories(db, lots);
}
