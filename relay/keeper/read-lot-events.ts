import { and, asc, inArray } from 'drizzle-orm';
import { chainEvents } from '../chain/tables.ts';
import type { Queryable } from '../db/client.ts';

const ROUND_EVENTS = [
  'LotUnsealed',
  'ReportCommitted',
  'ReportRevealed',
  'NomineeOpened',
  'TallyAdvanced',
  'RoundHeld',
  'RoundTallied',
  'RoundFinalized',
  'ReportScored',
  'RoundClosed',
  'ReportClaimed',
  'LeftoverSwept',
];

type Event = Pick<typeof chainEvents.$inferSelect, 'name' | 'experiencerId' | 'args'>;

/** What happened in the rounds of lots, in the order of the chain. */
export async function readLotEvents(db: Queryable, lotIds: readonly number[]): Promise<Map<number, Event[]>> {
  const byLot = new Map<number, Event[]>();
  if (lotIds.length === 0) return byLot;
  const { lotId, name, experiencerId, args, blockNumber, logIndex } = chainEvents;
  const rows = await db
    .select({ lotId, name, experiencerId, args })
    .from(chainEvents)
    .where(and(inArray(lotId, [...lotIds]), inArray(name, ROUND_EVENTS)))
    .orderBy(asc(blockNumber), asc(logIndex));
  for (const row of rows) {
    if (row.lotId === null) continue;
    const events = byLot.get(row.lotId) ?? [];
    events.push(row);
    byLot.set(row.lotId, events);
  }
  return byLot;
}
