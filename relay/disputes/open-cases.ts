import { sql } from 'drizzle-orm';
import type { Queryable } from '../db/client.ts';

/** Order of the contract's enum. */
export const CASE_KINDS = ['evaluation', 'listing', 'model'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
export type CaseStage = 'collecting' | 'pending' | 'ruled';

/** A case of the commune that is not over. */
export interface OpenDisputeCase {
  caseId: bigint;
  kind: CaseKind;
  /** Lot, or model. */
  subject: number;
  stage: CaseStage;
  /** It lapses no earlier: Unix time. */
  lapsesFrom: number;
  /** Of the lot of an evaluation; null for other kinds. */
  closingEpoch: number | null;
}

interface Row extends Record<string, unknown> {
  caseId: string;
  kind: number;
  subject: number;
  isReferred: boolean;
  isRuled: boolean;
  lapsesFrom: number;
  closingEpoch: number | null;
}

/** Cases that were neither carried out nor moot, oldest first. */
export async function openDisputeCases(db: Queryable): Promise<OpenDisputeCase[]> {
  const { rows } = await db.execute<Row>(sql`
    WITH steps AS (
      SELECT args ->> 'caseId' AS case_id, bool_or(name = 'CaseReferred') AS is_referred, bool_or(name = 'CaseRuled') AS is_ruled,
        bool_or(name IN ('CaseExecuted', 'CaseMoot')) AS is_over
      FROM chain_events WHERE name IN ('CaseOpened', 'CaseReferred', 'CaseRuled', 'CaseExecuted', 'CaseMoot')
      GROUP BY case_id
    )
    SELECT steps.case_id AS "caseId", (opened.args ->> 'kind')::integer AS kind, (opened.args ->> 'subject')::integer AS subject,
      steps.is_referred AS "isReferred", steps.is_ruled AS "isRuled", (opened.args ->> 'deadline')::float AS "lapsesFrom",
      lot.closing_epoch::integer AS "closingEpoch"
    FROM steps JOIN chain_events opened ON opened.name = 'CaseOpened' AND opened.args ->> 'caseId' = steps.case_id
    LEFT JOIN chain_lots lot ON opened.args ->> 'kind' = '0' AND lot.lot_id = (opened.args ->> 'subject')::bigint
    WHERE NOT steps.is_over ORDER BY steps.case_id::numeric`);
  return rows.map(({ caseId, kind, isReferred, isRuled, ...row }) => ({
    ...row,
    caseId: BigInt(caseId),
    kind: CASE_KINDS[kind] ?? 'evaluation',
    stage: isRuled ? 'ruled' : isReferred ? 'pending' : 'collecting',
  }));
}

/** Cases that were ruled 0, the newest first: what their arbitrator pays back belongs to their challengers. */
export async function refusedCases(db: Queryable, most: number): Promise<bigint[]> {
  const { rows } = await db.execute<{ caseId: string }>(sql`
    SELECT args ->> 'caseId' AS "caseId" FROM chain_events WHERE name = 'CaseExecuted' AND args ->> 'ruling' = '0'
    ORDER BY block_number DESC, log_index DESC LIMIT ${most}`);
  return rows.map(({ caseId }) => BigInt(caseId));
}
