import { and, asc, count, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { getAddress } from 'viem';
import type { z } from 'zod';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { epochStart } from '../../protocol/clock/epoch-start.ts';
import type { Catalogue, catalogueQuery, Listing } from '../api/catalogue.ts';
import { problemSentence } from '../api/problem-codes.ts';
import { chainHead, chainTime } from '../chain/chain-head.ts';
import { isSellableAt } from '../chain/lot-sale.ts';
import { chainLots } from '../chain/tables.ts';
import { documentTexts } from '../documents/tables.ts';
import { orderObstacle } from '../platform/order-obstacle.ts';
import type { Relay } from '../relay.ts';
import { isNodeAway } from '../server/is-away.ts';
import { ProblemError } from '../server/problem-error.ts';
import { stock } from './tables.ts';

const GTIN_DIGITS = 14;

const goods = alias(documentTexts, 'goods');
const model = alias(documentTexts, 'model');

/** Lots of the chain with price and stock, newest sale first. */
export async function listings(relay: Relay, query: z.output<typeof catalogueQuery>): Promise<Catalogue> {
  const { db, chain } = relay;
  const head = await chainHead(db);
  const epoch = epochAt(chain.clock, await chainTime(db));
  const conditions: SQL[] = words(query.q).map((word) => sql`${searchText} like ${`%${escapeLike(word)}%`}`);
  if (query.commodityId !== undefined) conditions.push(eq(chainLots.commodityId, query.commodityId));
  if (query.modelId !== undefined) conditions.push(eq(chainLots.modelId, query.modelId));
  const onSale = and(
    isNotNull(stock.unitPrice),
    eq(chainLots.concluded, false),
    eq(chainLots.covered, true),
    sql`${chainLots.startEpoch} <= ${epoch} and ${epoch} < ${chainLots.startEpoch} + ${chainLots.epochs}`,
  ) as SQL;
  if (query.sellable === true) conditions.push(onSale);
  // Not plain `not`: what has no price is unknown to it, not unsellable.
  if (query.sellable === false) conditions.push(sql`(${onSale}) is not true`);
  const where = and(...conditions);
  const rows = await from(db).where(where).orderBy(asc(chainLots.lotId)).limit(query.limit).offset(query.offset);
  const [total] = await db
    .select({ value: count() })
    .from(chainLots)
    .leftJoin(stock, eq(stock.lotId, chainLots.lotId))
    .leftJoin(goods, eq(goods.digest, chainLots.commodityDocumentDigest))
    .where(where);
  return {
    listings: rows.map((row) => render(relay, row, epoch)),
    total: total?.value ?? 0,
    blockNumber: (head?.blockNumber ?? 0n).toString(),
    closed: await closedBecause(relay),
  };
}

/** What cannot be asked of the node now does not close a shop: an order asks again. */
async function closedBecause(relay: Relay): Promise<Catalogue['closed']> {
  try {
    const obstacle = await orderObstacle(relay);
    return obstacle && { ...obstacle, detail: problemSentence(obstacle.code, 'en', obstacle.values) };
  } catch (error) {
    if (isNodeAway(error)) return null;
    throw error;
  }
}

/** @throws ProblemError `lot-unknown` */
export async function listingOf(relay: Relay, lotId: number): Promise<Listing> {
  const epoch = epochAt(relay.chain.clock, await chainTime(relay.db));
  const [row] = await from(relay.db).where(eq(chainLots.lotId, lotId));
  if (row === undefined) throw new ProblemError('lot-unknown', { lotId });
  return render(relay, row, epoch);
}

const searchText = sql`lower(concat_ws(' ', ${goods.name} ->> 'zh-Hans', ${goods.name} ->> 'en', ${goods.brand} ->> 'zh-Hans',
  ${goods.brand} ->> 'en', ${chainLots.lotCode}, lpad(${chainLots.gtin}::text, ${GTIN_DIGITS}, '0')))`;

function from(db: Relay['db']) {
  return db
    .select({ lot: selectable, stock, goods, modelName: model.name })
    .from(chainLots)
    .leftJoin(stock, eq(stock.lotId, chainLots.lotId))
    .leftJoin(goods, eq(goods.digest, chainLots.commodityDocumentDigest))
    .leftJoin(model, eq(model.digest, chainLots.modelDocumentDigest))
    .$dynamic();
}

const selectable = {
  lotId: chainLots.lotId,
  commodityId: chainLots.commodityId,
  modelId: chainLots.modelId,
  lotCode: chainLots.lotCode,
  producer: chainLots.producer,
  gtin: chainLots.gtin,
  commodityDocumentDigest: chainLots.commodityDocumentDigest,
  documentDigest: chainLots.documentDigest,
  feeBps: chainLots.feeBps,
  commissionBps: chainLots.commissionBps,
  units: chainLots.units,
  startEpoch: chainLots.startEpoch,
  epochs: chainLots.epochs,
  concluded: chainLots.concluded,
  covered: chainLots.covered,
};

type Row = Awaited<ReturnType<typeof from>>[number];

function render({ chain }: Relay, { lot, stock: shelf, goods: texts, modelName }: Row, epoch: number): Listing {
  const saleEndEpoch = lot.startEpoch + lot.epochs;
  return {
    lotId: lot.lotId,
    commodityId: lot.commodityId,
    modelId: lot.modelId,
    lotCode: lot.lotCode,
    producer: getAddress(lot.producer),
    gtin: lot.gtin === 0n ? null : lot.gtin.toString().padStart(GTIN_DIGITS, '0'),
    name: texts?.name ?? null,
    brand: texts?.brand ?? null,
    description: texts?.description ?? null,
    modelName,
    commodityDocumentDigest: lot.commodityDocumentDigest,
    lotDocumentDigest: lot.documentDigest,
    unitPrice: (shelf?.unitPrice ?? 0n).toString(),
    feeBps: lot.feeBps,
    commissionBps: lot.commissionBps,
    units: lot.units,
    available: shelf === null ? lot.units : shelf.units - shelf.reserved - shelf.sold,
    startEpoch: lot.startEpoch,
    saleEndEpoch,
    saleStartsAt: epochStart(chain.clock, lot.startEpoch),
    saleEndsAt: epochStart(chain.clock, saleEndEpoch),
    sellable: shelf !== null && isSellableAt(lot, epoch),
  };
}

function words(text = ''): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
}
