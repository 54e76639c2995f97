import { sql } from 'drizzle-orm';
import { plainError } from '../chain/decode-error.ts';
import { treesOf } from '../proofs/statement-trees.ts';
import type { Relay } from '../relay.ts';
import type { Duty } from './duty.ts';
import { type LeafOfStatement, openLeafCall } from './open-leaf-call.ts';

type DueLeaf = LeafOfStatement & Record<string, unknown>;

/** Proofs that are computed in one run. */
const MAX_LEAVES = 400;

/**
 * Leaves of this platform's statements whose challenge window is over; a nominee's once the lot's is open and while it counts.
 * A statement without trees does not hold up the others.
 */
export async function openingDuties(relay: Relay, now: number, epoch: number): Promise<Duty[]> {
  const duties: Duty[] = [];
  const broken = new Map<number, unknown>();
  for (const leaf of await dueLeaves(relay, now, epoch)) {
    if (broken.has(leaf.epoch)) continue;
    try {
      const { name, ...call } = openLeafCall(relay.chain, await treesOf(relay).get(leaf.epoch), leaf);
      duties.push({ key: `open/${leaf.epoch}/${name}`, ...call });
    } catch (error) {
      broken.set(leaf.epoch, error);
    }
  }
  for (const [of, error] of broken) relay.log.error({ epoch: of, error: plainError(error) }, 'leaves cannot be proven');
  return duties;
}

async function dueLeaves({ db, chain }: Relay, now: number, epoch: number): Promise<DueLeaf[]> {
  const { rows } = await db.execute<DueLeaf>(sql`
    SELECT leaf.epoch::integer AS epoch, leaf.kind, leaf.lot_id::integer AS "lotId", leaf.party_id::integer AS "partyId"
    FROM statement_leaves leaf
    JOIN chain_events posted ON posted.name = 'StatementCommitted' AND posted.platform_id = ${chain.platformId}
      AND posted.epoch = leaf.epoch AND (posted.args ->> 'opensAt')::bigint <= ${now}
    WHERE NOT EXISTS (
      SELECT 1 FROM chain_events opened
      WHERE opened.platform_id = ${chain.platformId} AND opened.epoch = leaf.epoch AND CASE leaf.kind
        WHEN 'lot' THEN opened.name = 'LotOpened' AND opened.lot_id = leaf.lot_id
        WHEN 'nominee' THEN opened.name = 'NomineeOpened' AND opened.lot_id = leaf.lot_id
          AND opened.experiencer_id = leaf.party_id
        ELSE opened.name = 'RecommenderOpened' AND opened.recommender_id = leaf.party_id END
    ) AND (leaf.kind <> 'nominee' OR EXISTS (
      SELECT 1 FROM chain_events lot_opened JOIN chain_lots lot ON lot.lot_id = lot_opened.lot_id
      WHERE lot_opened.name = 'LotOpened' AND lot_opened.platform_id = ${chain.platformId}
        AND lot_opened.epoch = leaf.epoch AND lot_opened.lot_id = leaf.lot_id AND ${epoch} < lot.closing_epoch + 2
    ))
    ORDER BY leaf.epoch, leaf.kind, leaf.lot_id, leaf.party_id
    LIMIT ${MAX_LEAVES}`);
  return rows;
}
