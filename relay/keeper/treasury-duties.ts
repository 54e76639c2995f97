import { sql } from 'drizzle-orm';
import { encodeFunctionData, parseAbi, zeroAddress } from 'viem';
import { abis } from '../chain/abis.ts';
import { atHead } from '../platform/at-head.ts';
import type { Relay } from '../relay.ts';
import type { Duty } from './duty.ts';

const book = parseAbi(['function auditFundAccrued() view returns (uint256)', 'function collectAuditFund()']);
/** Epochs after which what nobody opened leaves a statement. */
const SWEEP_EPOCHS = 52;
/** Lots that may pass without drawing on a carry. */
const CARRY_LOTS = 4;
/** Longer after a receipt's epoch no case about it pays, unless a slashing cap holds it up. */
const CASE_EPOCHS = 16;

/** The commune's share of what came in during epochs that are over, if governance has said who receives it. */
export async function communeDuties({ db, chain }: Relay, epoch: number): Promise<Duty[]> {
  const { rows } = await db.execute<{ epoch: number }>(sql`
    SELECT came.epoch::integer AS epoch FROM (
      SELECT posted.epoch + 1 AS epoch FROM chain_events posted
      WHERE posted.name = 'StatementCommitted' AND (posted.args ->> 'communeShare')::numeric > 0
      UNION
      -- A bond pays in the epoch in which its case ends; what an epoch without statements got is asked of the contract below.
      SELECT generate_series(paid.epoch + 1, paid.epoch + ${CASE_EPOCHS}) FROM chain_events paid
      WHERE paid.name = 'Compensated' AND (paid.args #>> '{paid,communeShare}')::numeric > 0
        AND paid.epoch + 2 * ${CASE_EPOCHS} > ${epoch}::integer
    ) came
    WHERE came.epoch < ${epoch} AND NOT EXISTS (
      SELECT 1 FROM chain_events collected WHERE collected.name = 'CommuneCollected' AND collected.epoch = came.epoch
    ) AND ${isAppointed('commune')}
    ORDER BY came.epoch`);
  const settlement = {
    address: chain.contracts.settlement,
    abi: abis.settlement,
    functionName: 'communeAccrued',
  } as const;
  const accrued = await Promise.all(rows.map((row) => chain.client.readContract({ ...settlement, args: [row.epoch] })));
  return rows
    .filter((_, i) => accrued[i] !== 0n)
    .map((row) => ({
      key: `commune/${row.epoch}`,
      to: chain.contracts.settlement,
      data: encodeFunctionData({ abi: abis.settlement, functionName: 'collectCommune', args: [row.epoch] }),
      doneBy: [],
    }));
}

/** The audit fund's part of the slashes of every platform, once an epoch, if governance has said who receives it. */
export async function slashAuditDuties({ db, chain }: Relay, epoch: number): Promise<Duty[]> {
  const { rows } = await db.execute<{ platformId: number }>(sql`
    SELECT slashed.platform_id::integer AS "platformId" FROM chain_events slashed
    WHERE slashed.name = 'Slashed' AND ${isAppointed('auditFund')} AND NOT EXISTS (
      SELECT 1 FROM chain_events collected
      WHERE collected.name = 'AuditCollected' AND collected.platform_id = slashed.platform_id
        AND (collected.block_number, collected.log_index) > (slashed.block_number, slashed.log_index)
    )
    GROUP BY slashed.platform_id ORDER BY slashed.platform_id`);
  return rows.map(({ platformId }) => ({
    key: `slash-audit/${epoch}/${platformId}`,
    to: chain.contracts.platforms,
    data: encodeFunctionData({ abi: abis.platforms, functionName: 'collectAudit', args: [platformId] }),
    doneBy: ['NothingToCollect'],
  }));
}

/** Contracts that book something for the audit fund: carries and leftovers, penalties and slashes of reports, bonds of challengers. */
const BOOKS = ['settlement', 'evaluations', 'disputes'] as const;

/** What these contracts owe the audit fund, once an epoch, if governance has said who receives it. */
export async function auditFundDuties(relay: Relay, epoch: number): Promise<Duty[]> {
  const { contracts } = relay.chain;
  const owing = await atHead(relay, 'audit fund', () => owingAuditFund(relay));
  const data = encodeFunctionData({ abi: book, functionName: 'collectAuditFund' });
  return owing.map((name) => ({ key: `audit-fund/${epoch}/${name}`, to: contracts[name], data, doneBy: [] }));
}

async function owingAuditFund({ chain }: Relay) {
  const { client, contracts } = chain;
  const recipient = await client.readContract({
    address: contracts.settlement,
    abi: abis.settlement,
    functionName: 'auditFund',
  });
  if (recipient === zeroAddress) return [];
  const accrued = await Promise.all(
    BOOKS.map((name) => client.readContract({ address: contracts[name], abi: book, functionName: 'auditFundAccrued' })),
  );
  return BOOKS.filter((_, i) => accrued[i] !== 0n);
}

/** What members have paid, once an epoch. */
export async function membershipDuties({ db, chain }: Relay, epoch: number): Promise<Duty[]> {
  const { rows } = await db.execute(sql`
    SELECT 1 FROM chain_events paid
    WHERE paid.name = 'MembershipPaid' AND (paid.args ->> 'amount')::numeric > 0 AND NOT EXISTS (
      SELECT 1 FROM chain_events collected WHERE collected.name = 'PaymentsCollected'
        AND (collected.block_number, collected.log_index) > (paid.block_number, paid.log_index)
    ) LIMIT 1`);
  if (rows.length === 0) return [];
  const data = encodeFunctionData({ abi: abis.memberships, functionName: 'collect' });
  return [{ key: `memberships/${epoch}`, to: chain.contracts.memberships, data, doneBy: [] }];
}

/** Whether the newest appointment of who receives these names anybody. */
function isAppointed(recipient: 'commune' | 'auditFund') {
  return sql`(
    SELECT appointed.args ->> ${recipient} FROM chain_events appointed WHERE appointed.name = 'RecipientsAppointed'
    ORDER BY appointed.block_number DESC, appointed.log_index DESC LIMIT 1
  ) <> ${zeroAddress}`;
}

/** Statements a year old of which something is left. */
export async function sweepStatementDuties({ db, chain }: Relay, epoch: number): Promise<Duty[]> {
  const { rows } = await db.execute<{ platformId: number; epoch: number }>(sql`
    SELECT posted.platform_id::integer AS "platformId", posted.epoch::integer AS epoch FROM chain_events posted
    WHERE posted.name = 'StatementCommitted' AND posted.epoch + ${SWEEP_EPOCHS} <= ${epoch}
      AND (posted.args ->> 'deposit')::numeric - (posted.args ->> 'communeShare')::numeric > coalesce((
        SELECT sum(coalesce((opened.args ->> 'expertShare')::numeric + (opened.args ->> 'potShare')::numeric,
          (opened.args ->> 'commissions')::numeric))
        FROM chain_events opened WHERE opened.platform_id = posted.platform_id AND opened.epoch = posted.epoch
          AND opened.name IN ('LotOpened', 'RecommenderOpened')
      ), 0)
      AND NOT EXISTS (
        SELECT 1 FROM chain_events swept WHERE swept.name = 'StatementSwept'
          AND swept.platform_id = posted.platform_id AND swept.epoch = posted.epoch
      )
    ORDER BY posted.epoch, posted.platform_id`);
  return rows.map((row) => {
    const args = [row.platformId, row.epoch] as const;
    return {
      key: `sweep-statement/${row.platformId}/${row.epoch}`,
      to: chain.contracts.settlement,
      data: encodeFunctionData({ abi: abis.settlement, functionName: 'sweepStatement', args }),
      doneBy: [],
    };
  });
}

/** Carry that four later lots did not draw, with the lot that shows it, or of a commodity that has ended. */
export async function carryDuties({ db, chain }: Relay, epoch: number): Promise<Duty[]> {
  const { rows } = await db.execute<{ commodityId: number; witness: number; block: string }>(sql`
    WITH moved AS (
      SELECT coalesce(event.commodity_id, lot.commodity_id) AS commodity_id, event.block_number, event.log_index, event.name,
        coalesce((event.args ->> 'carry')::numeric, 0) AS carry,
        event.name = 'CarryAdded' OR coalesce((event.args ->> 'drawn')::numeric, 0) > 0 AS refreshed
      FROM chain_events event LEFT JOIN chain_lots lot ON lot.lot_id = event.lot_id
      WHERE event.name IN ('CarryAdded', 'PotTaken', 'CarryExpired')
    ), latest AS (
      SELECT DISTINCT ON (commodity_id) commodity_id, carry, block_number FROM moved
      ORDER BY commodity_id, block_number DESC, log_index DESC
    ), since AS (
      SELECT DISTINCT ON (commodity_id) commodity_id, block_number, log_index FROM moved WHERE refreshed
      ORDER BY commodity_id, block_number DESC, log_index DESC
    )
    SELECT latest.commodity_id::integer AS "commodityId", min(witness.lot_id)::integer AS witness,
      latest.block_number::text AS block
    FROM latest JOIN since ON since.commodity_id = latest.commodity_id
    JOIN chain_lots witness ON witness.commodity_id = latest.commodity_id AND witness.closing_epoch + 2 <= ${epoch}
    WHERE latest.carry > 0 AND (
      witness.ordinal >= ${CARRY_LOTS} + (
        SELECT count(*) FROM chain_events offered
        WHERE offered.name = 'LotOffered' AND offered.commodity_id = latest.commodity_id
          AND (offered.block_number, offered.log_index) < (since.block_number, since.log_index)
      ) OR witness.commodity_retired AND ${epoch} >= 2 + (
        SELECT max(lot.closing_epoch) FROM chain_lots lot WHERE lot.commodity_id = latest.commodity_id
      )
    )
    GROUP BY latest.commodity_id, latest.block_number ORDER BY latest.commodity_id`);
  return rows.map(({ commodityId, witness, block }) => {
    const args = [commodityId, witness] as const;
    return {
      key: `carry/${commodityId}/${block}`,
      to: chain.contracts.settlement,
      data: encodeFunctionData({ abi: abis.settlement, functionName: 'expireCarry', args }),
      doneBy: [],
    };
  });
}
