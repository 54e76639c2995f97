import { and, asc, eq, gte, inArray, lte, notInArray, sql } from 'drizzle-orm';
import type { Address } from 'viem';
import { chainHead } from '../chain/chain-head.ts';
import { chainEvents, chainLots } from '../chain/tables.ts';
import type { Relay } from '../relay.ts';
import { ROUND_STATES, type RoundHistory, roundHistories } from './round-history.ts';

/** State of a round whose producer's charge belongs to those who reported. */
const VOIDED = String(ROUND_STATES.indexOf('Voided'));
/** A round that half a year could not finish needs somebody to look at it, not another try. */
const EPOCHS = 26;

interface Known {
  head: string;
  epoch: number;
  rounds: Promise<RoundHistory[]>;
}

const latest = new WeakMap<Relay, Known>();

/**
 * Rounds that are being closed or were closed lately, and in which something is left to do or may be. They follow from the chain's events, so
 * they are the same until there is another block.
 */
export async function openRounds(relay: Relay, epoch: number): Promise<RoundHistory[]> {
  const head = (await chainHead(relay.db))?.hash ?? '';
  const known = latest.get(relay);
  if (known?.head === head && known.epoch === epoch) return known.rounds;
  const rounds = readRounds(relay, epoch);
  latest.set(relay, { head, epoch, rounds });
  rounds.catch(() => latest.delete(relay));
  return rounds;
}

async function readRounds({ db, chain }: Relay, epoch: number): Promise<RoundHistory[]> {
  const isClosing = and(
    eq(chainLots.evaluations, chain.contracts.evaluations.toLowerCase() as Address),
    lte(chainLots.closingEpoch, epoch),
    gte(chainLots.closingEpoch, epoch - EPOCHS),
  );
  const finished = db
    .select({ lotId: sql<number>`${chainEvents.lotId}` })
    .from(chainEvents)
    .where(inArray(chainEvents.lotId, db.select({ lotId: chainLots.lotId }).from(chainLots).where(isClosing)))
    .groupBy(chainEvents.lotId)
    .having(
      sql`bool_or(${chainEvents.name} = 'RoundClosed')
        AND count(*) FILTER (WHERE ${chainEvents.name} = 'ReportCommitted')
          = count(*) FILTER (WHERE ${chainEvents.name} = 'ReportClaimed')
        AND (bool_or(${chainEvents.name} = 'LeftoverSwept')
          OR coalesce(sum((${chainEvents.args} ->> 'prize')::numeric) FILTER (WHERE ${chainEvents.name} = 'RoundClosed'), 0)
          + coalesce(sum((${chainEvents.args} ->> 'charge')::numeric) FILTER (
            WHERE ${chainEvents.name} = 'RoundFinalized' AND ${chainEvents.args} ->> 'state' = ${VOIDED}), 0)
          = coalesce(sum((${chainEvents.args} ->> 'reward')::numeric) FILTER (WHERE ${chainEvents.name} = 'ReportClaimed'), 0))`,
    );
  const lots = await db
    .select({ lotId: chainLots.lotId, closingEpoch: chainLots.closingEpoch })
    .from(chainLots)
    .where(and(isClosing, notInArray(chainLots.lotId, finished)))
    .orderBy(asc(chainLots.lotId));
  return roundHistories(db, lots);
}
