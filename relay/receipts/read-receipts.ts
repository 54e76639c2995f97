import { and, asc, eq, inArray, isNotNull, or, type SQL } from 'drizzle-orm';
import type { Address, Hex } from 'viem';
import type { SignedReceipt } from '../api/receipts.ts';
import { chainRecommenders } from '../chain/tables.ts';
import type { Queryable } from '../db/client.ts';
import { receipts } from './tables.ts';

/** More are asked for by epoch. */
const LIMIT = 1_000;

type Row = typeof receipts.$inferSelect;

const isSigned = isNotNull(receipts.signature);

/** Signed receipts of orders, by order. */
export async function receiptsOf(db: Queryable, orderIds: readonly Hex[]): Promise<Map<Hex, SignedReceipt>> {
  const rows = await db
    .select()
    .from(receipts)
    .where(and(inArray(receipts.orderId, [...orderIds]), isSigned));
  return new Map(rows.flatMap((row) => toSigned(row)).map((signed) => [signed.receipt.orderId, signed]));
}

/** Receipts that an account may hold: those of its purchases, or of the purchases that it recommended. */
export async function receiptsFor(
  db: Queryable,
  account: Address,
  { role, epoch }: { role: 'buyer' | 'recommender' | undefined; epoch: number | undefined },
): Promise<SignedReceipt[]> {
  const allowed: SQL[] = [];
  if (role !== 'recommender') allowed.push(eq(receipts.buyer, account));
  if (role !== 'buyer') {
    const own = await db.select().from(chainRecommenders).where(eq(chainRecommenders.account, account));
    allowed.push(
      inArray(
        receipts.recommenderId,
        own.map(({ recommenderId }) => recommenderId),
      ),
    );
  }
  const rows = await db
    .select()
    .from(receipts)
    .where(and(or(...allowed), isSigned, epoch === undefined ? undefined : eq(receipts.epoch, epoch)))
    .orderBy(asc(receipts.epoch), asc(receipts.orderId))
    .limit(LIMIT);
  return rows.flatMap(toSigned);
}

function toSigned({ digest, signature, buyer: _buyer, ...receipt }: Row): SignedReceipt | [] {
  if (signature === null) return [];
  const { sales, fee, commission } = receipt;
  return {
    receipt: { ...receipt, sales: sales.toString(), fee: fee.toString(), commission: commission.toString() },
    digest,
    signature,
  };
}
