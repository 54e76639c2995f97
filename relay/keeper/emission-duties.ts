import { sql } from 'drizzle-orm';
import { encodeFunctionData } from 'viem';
import { bucketOf } from '../../protocol/experience/bucket.ts';
import { abis } from '../chain/abis.ts';
import type { Relay } from '../relay.ts';
import type { Duty } from './duty.ts';
import { ROUND_STATES } from './round-history.ts';

const FINAL = String(ROUND_STATES.indexOf('Final'));
/** A claim that half a year could not get through needs somebody to look at it, not another try. */
const EPOCHS = 26;

/** Rounds with winners that were scored in the epoch before this one: nobody can register them later. */
export async function registerDuties({ db, chain }: Relay, epoch: number): Promise<Duty[]> {
  const { rows } = await db.execute<{ lotId: number }>(sql`
    SELECT closed.lot_id::integer AS "lotId" FROM chain_events closed
    JOIN LATERAL (
      SELECT ended.args FROM chain_events ended WHERE ended.lot_id = closed.lot_id AND ended.name = 'RoundFinalized'
      ORDER BY ended.block_number DESC, ended.log_index DESC LIMIT 1
    ) final ON true
    WHERE closed.name = 'RoundClosed' AND (closed.args ->> 'shares')::numeric > 0
      AND final.args ->> 'state' = ${FINAL} AND (final.args ->> 'scoringEpoch')::integer = ${epoch - 1}
      AND NOT EXISTS (
        SELECT 1 FROM chain_events registered
        WHERE registered.lot_id = closed.lot_id AND registered.name = 'RoundRegistered'
      )
    ORDER BY closed.lot_id`);
  return rows.map(({ lotId }) => ({
    key: `register-round/${lotId}`,
    to: chain.contracts.emission,
    data: encodeFunctionData({ abi: abis.emission, functionName: 'register', args: [lotId] }),
    doneBy: ['RoundAlreadyRegistered'],
  }));
}

/**
 * CTT of winners who did not come for it themselves.
 *
 * @param delay epochs that they have for it
 */
export async function minedClaimDuties({ db, chain }: Relay, epoch: number, delay: number): Promise<Duty[]> {
  const { rows } = await db.execute<{
    lotId: number;
    experiencerId: number;
    quality: string;
    winningBucket: number;
  }>(sql`
    SELECT DISTINCT ON (scored.lot_id, scored.experiencer_id) scored.lot_id::integer AS "lotId",
      scored.experiencer_id::integer AS "experiencerId", scored.args ->> 'quality' AS quality,
      (closed.args ->> 'winningBucket')::integer AS "winningBucket", scored.args ->> 'nominated' AS nominated
    FROM chain_events registered
    JOIN chain_events closed ON closed.lot_id = registered.lot_id AND closed.name = 'RoundClosed'
    JOIN chain_events scored ON scored.lot_id = registered.lot_id AND scored.name = 'ReportScored'
    WHERE registered.name = 'RoundRegistered' AND registered.epoch + 2 + ${delay} <= ${epoch}
      AND registered.epoch + ${EPOCHS} >= ${epoch} AND (scored.args ->> 'nominated')::numeric > 0
      AND NOT EXISTS (
        SELECT 1 FROM chain_events mined WHERE mined.name = 'WorkMined'
          AND mined.lot_id = scored.lot_id AND mined.experiencer_id = scored.experiencer_id
      )
    ORDER BY scored.lot_id, scored.experiencer_id, scored.block_number DESC, scored.log_index DESC`);
  const winners = rows.filter(({ quality, winningBucket }) => {
    return BigInt(quality) > 0n && bucketOf(BigInt(quality)) >= winningBucket;
  });
  return winners.map(({ lotId, experiencerId }) => ({
    key: `claim-mined/${lotId}/${experiencerId}`,
    to: chain.contracts.emission,
    data: encodeFunctionData({ abi: abis.emission, functionName: 'claim', args: [lotId, experiencerId] }),
    doneBy: ['AlreadyMined'],
  }));
}

/** The treasury's part of the epochs that are over, once an epoch. */
export async function mintTreasuryDuties({ db, chain }: Relay, epoch: number): Promise<Duty[]> {
  const { rows } = await db.execute<{ until: number | null }>(sql`
    SELECT max(coalesce(minted.args ->> 'until', minted.args ->> 'firstEpoch')::integer) AS until FROM chain_events minted
    WHERE minted.name IN ('TreasuryMined', 'EmissionStarted')`);
  const until = rows[0]?.until ?? null;
  if (until === null || until >= epoch) return [];
  const data = encodeFunctionData({ abi: abis.emission, functionName: 'mintTreasury' });
  return [{ key: `mint-treasury/${epoch}`, to: chain.contracts.emission, data, doneBy: ['NothingDue'] }];
}
