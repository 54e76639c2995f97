import { and, eq } from 'drizzle-orm';
import type { Hex } from 'viem';
import { chainEvents } from '../chain/tables.ts';
import type { Queryable } from '../db/client.ts';

/** A statement as the chain has it. */
export interface PostedStatement {
  epoch: number;
  lotRoot: Hex;
  recommenderRoot: Hex;
  dataDigest: Hex;
  deposit: bigint;
  communeShare: bigint;
  /** Its leaves can be opened from then on (seconds). */
  opensAt: number;
  transactionHash: Hex;
}

/** Statements of a platform that are on chain. */
export async function postedStatements(db: Queryable, platformId: number): Promise<Map<number, PostedStatement>> {
  const rows = await db
    .select()
    .from(chainEvents)
    .where(and(eq(chainEvents.name, 'StatementCommitted'), eq(chainEvents.platformId, platformId)));
  return new Map(rows.map((row) => [row.epoch ?? 0, posted(row)]));
}

export async function postedStatement(
  db: Queryable,
  platformId: number,
  epoch: number,
): Promise<PostedStatement | null> {
  const ofEpoch = and(eq(chainEvents.platformId, platformId), eq(chainEvents.epoch, epoch));
  const [row] = await db
    .select()
    .from(chainEvents)
    .where(and(eq(chainEvents.name, 'StatementCommitted'), ofEpoch));
  return row === undefined ? null : posted(row);
}

type Fixed = Record<'lotRoot' | 'recommenderRoot' | 'dataDigest', Hex | null>;

/** Whether two statements fix the same orders in the same file. */
export function isSame(a: Fixed, b: Fixed): boolean {
  return a.lotRoot === b.lotRoot && a.recommenderRoot === b.recommenderRoot && a.dataDigest === b.dataDigest;
}

function posted({ epoch, args, transactionHash }: typeof chainEvents.$inferSelect): PostedStatement {
  const { lotRoot, recommenderRoot, dataDigest } = args.statement as Record<string, Hex>;
  return {
    epoch: epoch ?? 0,
    lotRoot: lotRoot as Hex,
    recommenderRoot: recommenderRoot as Hex,
    dataDigest: dataDigest as Hex,
    deposit: BigInt(args.deposit as string),
    communeShare: BigInt(args.communeShare as string),
    opensAt: Number(args.opensAt),
    transactionHash,
  };
}
