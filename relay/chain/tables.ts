import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, pgView, primaryKey, text } from 'drizzle-orm/pg-core';
import { account, hex } from '../db/columns.ts';

const id = (name: string) => bigint(name, { mode: 'number' });

/** The chain that this database belongs to; one row. */
export const chainIdentity = pgTable('chain_identity', {
  chainId: id('chain_id').primaryKey(),
  settlement: account('settlement').notNull(),
  genesisHash: hex('genesis_hash').notNull(),
});

/** Blocks up to which events were taken in; the highest is where the relay stands, older ones find a common ancestor. */
export const chainBlocks = pgTable('chain_blocks', {
  number: bigint('number', { mode: 'bigint' }).primaryKey(),
  hash: hex('hash').notNull(),
  time: bigint('time', { mode: 'number' }).notNull(),
});

/**
 * Events of the protocol's contracts, as they were emitted. Nothing else about the chain is stored: every other table of the chain is a
 * view, so a reorganisation is one DELETE.
 */
export const chainEvents = pgTable(
  'chain_events',
  {
    blockNumber: bigint('block_number', { mode: 'bigint' }).notNull(),
    logIndex: integer('log_index').notNull(),
    transactionHash: hex('transaction_hash').notNull(),
    name: text('name').notNull(),
    /** What the event is about; whatever of it the event names. */
    modelId: id('model_id'),
    commodityId: id('commodity_id'),
    lotId: id('lot_id'),
    /** Of a nomination, the nominee. */
    experiencerId: id('experiencer_id'),
    recommenderId: id('recommender_id'),
    platformId: id('platform_id'),
    epoch: id('epoch'),
    /** All arguments by name; 256-bit numbers as decimal strings. */
    args: jsonb('args').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.blockNumber, table.logIndex] }),
    index('chain_events_lot').on(table.lotId, table.name),
    index('chain_events_commodity').on(table.commodityId, table.name),
    index('chain_events_name').on(table.name, table.platformId, table.epoch),
  ],
);

/** Lots with what their commodity and model say. */
export const chainLots = pgView('chain_lots', {
  lotId: id('lot_id').notNull(),
  commodityId: id('commodity_id').notNull(),
  modelId: id('model_id').notNull(),
  revision: integer('revision').notNull(),
  lotCode: text('lot_code').notNull(),
  units: id('units').notNull(),
  startEpoch: id('start_epoch').notNull(),
  epochs: integer('epochs').notNull(),
  closingEpoch: id('closing_epoch').notNull(),
  ordinal: id('ordinal').notNull(),
  feeBps: integer('fee_bps').notNull(),
  commissionBps: integer('commission_bps').notNull(),
  evaluations: account('evaluations').notNull(),
  documentDigest: hex('document_digest').notNull(),
  blockNumber: bigint('block_number', { mode: 'bigint' }).notNull(),
  /** Its round ended, or it was suspended. */
  concluded: boolean('concluded').notNull(),
  /** The commodity's bond is not below what is pledged for the seals of its lots. */
  covered: boolean('covered').notNull(),
  producer: account('producer').notNull(),
  /** GTIN-14 as a number; 0 for none. */
  gtin: bigint('gtin', { mode: 'bigint' }).notNull(),
  commodityDocumentDigest: hex('commodity_document_digest').notNull(),
  commodityRetired: boolean('commodity_retired').notNull(),
  modelDocumentDigest: hex('model_document_digest').notNull(),
}).as(sql`
  SELECT offered.lot_id, offered.commodity_id, offered.model_id,
    (offered.args #>> '{lot,revision}')::integer AS revision,
    convert_from(rtrim(decode(substr(offered.args ->> 'lotCode', 3), 'hex'), '\\x00'::bytea), 'SQL_ASCII') AS lot_code,
    (offered.args #>> '{lot,units}')::bigint AS units,
    (offered.args #>> '{lot,startEpoch}')::bigint AS start_epoch,
    (offered.args #>> '{lot,epochs}')::integer AS epochs,
    (offered.args #>> '{lot,startEpoch}')::bigint + (offered.args #>> '{lot,epochs}')::bigint + 3 AS closing_epoch,
    (offered.args #>> '{lot,ordinal}')::bigint AS ordinal,
    (offered.args #>> '{lot,feeBps}')::integer AS fee_bps,
    (offered.args #>> '{lot,commissionBps}')::integer AS commission_bps,
    lower(offered.args #>> '{lot,evaluations}') AS evaluations,
    offered.args ->> 'documentDigest' AS document_digest,
    offered.block_number,
    EXISTS (
      SELECT 1 FROM chain_events ended
      WHERE ended.lot_id = offered.lot_id AND ended.name IN ('TwinProven', 'TwinUnproven', 'LotSuspended')
    ) AS concluded,
    (
      SELECT (bond.args ->> 'bond')::numeric FROM chain_events bond
      WHERE bond.commodity_id = offered.commodity_id AND bond.name IN ('CommodityListed', 'BondChanged')
      ORDER BY bond.block_number DESC, bond.log_index DESC LIMIT 1
    ) >= (
      SELECT coalesce(sum((pledge.args #>> '{lot,sealCharge}')::numeric), 0) FROM chain_events pledge
      WHERE pledge.commodity_id = offered.commodity_id AND pledge.name = 'LotOffered' AND NOT EXISTS (
        SELECT 1 FROM chain_events over
        WHERE over.lot_id = pledge.lot_id AND over.name IN ('TwinProven', 'TwinUnproven', 'RoundFinalized')
      )
    ) AS covered,
    lower(listed.args ->> 'producer') AS producer,
    (listed.args ->> 'gtin')::bigint AS gtin,
    listed.args ->> 'documentDigest' AS commodity_document_digest,
    EXISTS (
      SELECT 1 FROM chain_events retired
      WHERE retired.commodity_id = offered.commodity_id AND retired.name = 'CommodityRetired'
    ) AS commodity_retired,
    revised.args ->> 'documentDigest' AS model_document_digest
  FROM chain_events offered
  JOIN chain_events listed ON listed.commodity_id = offered.commodity_id AND listed.name = 'CommodityListed'
  JOIN chain_events revised ON revised.model_id = offered.model_id AND revised.name = 'RevisionPublished'
    AND revised.args ->> 'revision' = offered.args #>> '{lot,revision}'
  WHERE offered.name = 'LotOffered'`);

export const chainExperiencers = pgView('chain_experiencers', {
  experiencerId: id('experiencer_id').notNull(),
  account: account('account').notNull(),
}).as(sql`
  SELECT experiencer_id, lower(args ->> 'account') AS account FROM chain_events WHERE name = 'ExperiencerRegistered'`);

/** Whose a recommender's id is now: ids change hands. */
export const chainRecommenders = pgView('chain_recommenders', {
  recommenderId: id('recommender_id').notNull(),
  account: account('account').notNull(),
}).as(sql`
  SELECT DISTINCT ON (recommender_id) recommender_id, lower(coalesce(args ->> 'to', args ->> 'account')) AS account
  FROM chain_events WHERE name IN ('RecommenderRegistered', 'RecommenderTransferred')
  ORDER BY recommender_id, block_number DESC, log_index DESC`);
