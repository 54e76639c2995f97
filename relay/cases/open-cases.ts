import { type SQL, sql } from 'drizzle-orm';
import type { Address, Hex } from 'viem';
import type { Leaf } from '../../protocol/platforms/leaf.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import type { Queryable } from '../db/client.ts';

interface Opened {
  /** Digest of the receipt, or id of the leaf. */
  caseId: Hex;
  platformId: number;
  epoch: number;
  challenger: Address;
  /** Last second in which an answer counts. */
  deadline: number;
}

export interface ReceiptCase extends Opened {
  kind: 'receipt';
  receipt: Receipt;
}

export interface DemandCase extends Opened {
  kind: 'demand';
  leaf: Leaf;
  /** The leaf was opened, before the demand was closed. */
  isLeafOpened: boolean;
}

/** Somebody waits for a platform to show that it settles what it signs, and keeps its data. */
export type OpenCase = ReceiptCase | DemandCase;

interface Row extends Record<string, unknown> {
  platformId: number;
  epoch: number;
  args: { challenger: Address; deadline: number; digest?: Hex; leafId?: Hex; receipt?: ReceiptArgument; leaf?: Leaf };
  isLeafOpened: boolean;
}

type ReceiptArgument = Omit<Receipt, 'sales' | 'fee' | 'commission'> & Record<'sales' | 'fee' | 'commission', string>;

/** Cases that are neither answered nor slashed, the nearest deadline first. */
export async function openCases(db: Queryable, platformId?: number): Promise<OpenCase[]> {
  const ofPlatform: SQL = platformId === undefined ? sql`` : sql`AND opened.platform_id = ${platformId}`;
  const { rows } = await db.execute<Row>(sql`
    SELECT opened.platform_id::integer AS "platformId", opened.epoch::integer AS epoch, opened.args,
      opened.name = 'LeafDemanded' AND EXISTS (
        SELECT 1 FROM chain_events leaf WHERE leaf.platform_id = opened.platform_id AND leaf.epoch = opened.epoch
          AND CASE (opened.args #>> '{leaf,kind}')::integer
            WHEN 0 THEN leaf.name = 'LotOpened' AND leaf.lot_id = (opened.args #>> '{leaf,lotId}')::bigint
            WHEN 1 THEN leaf.name = 'NomineeOpened' AND leaf.lot_id = (opened.args #>> '{leaf,lotId}')::bigint
              AND leaf.experiencer_id = (opened.args #>> '{leaf,payeeId}')::bigint
            ELSE leaf.name = 'RecommenderOpened' AND leaf.recommender_id = (opened.args #>> '{leaf,payeeId}')::bigint END
      ) AS "isLeafOpened"
    FROM chain_events opened
    WHERE opened.name IN ('ReceiptChallenged', 'LeafDemanded') ${ofPlatform}
      AND NOT EXISTS (
        SELECT 1 FROM chain_events ended
        WHERE ended.name IN ('ReceiptAnswered', 'DemandAnswered', 'Slashed') AND ended.platform_id = opened.platform_id
          AND (ended.block_number, ended.log_index) > (opened.block_number, opened.log_index)
          AND CASE opened.name
            WHEN 'ReceiptChallenged' THEN opened.args ->> 'digest' = CASE ended.name
              WHEN 'ReceiptAnswered' THEN ended.args ->> 'digest'
              WHEN 'Slashed' THEN CASE ended.args ->> 'kind' WHEN '0' THEN ended.args ->> 'caseId' END END
            ELSE opened.args ->> 'leafId' = CASE ended.name
              WHEN 'DemandAnswered' THEN ended.args ->> 'leafId'
              WHEN 'Slashed' THEN CASE ended.args ->> 'kind' WHEN '2' THEN ended.args ->> 'caseId' END END
          END
      )
    ORDER BY (opened.args ->> 'deadline')::bigint, opened.block_number, opened.log_index`);
  return rows.map(toCase);
}

function toCase({ platformId, epoch, args, isLeafOpened }: Row): OpenCase {
  const { challenger, deadline, digest, leafId, receipt, leaf } = args;
  const opened = { platformId, epoch, challenger, deadline };
  if (digest !== undefined && receipt !== undefined) {
    const { sales, fee, commission, ...rest } = receipt;
    const amounts = { sales: BigInt(sales), fee: BigInt(fee), commission: BigInt(commission) };
    return { ...opened, kind: 'receipt', caseId: digest, receipt: { ...rest, ...amounts } };
  }
  if (leafId !== undefined && leaf !== undefined) {
    return { ...opened, kind: 'demand', caseId: leafId, leaf, isLeafOpened };
  }
  throw new Error('An event that opens a case names a receipt or a leaf.');
}
