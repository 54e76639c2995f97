import { bigint, bigserial, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { account, hex } from '../db/columns.ts';

/** Links of recommenders, each behind a signed grant. */
export const referralGrants = pgTable(
  'referral_grants',
  {
    code: text('code').primaryKey(),
    digest: hex('digest').notNull().unique(),
    recommenderId: bigint('recommender_id', { mode: 'number' }).notNull(),
    account: account('account').notNull(),
    /** bigint: 2^32 − 1 stands for all. */
    commodityId: bigint('commodity_id', { mode: 'number' }).notNull(),
    campaign: text('campaign').notNull(),
    nonce: hex('nonce').notNull(),
    /** Unix seconds of chain time. */
    validUntil: bigint('valid_until', { mode: 'number' }).notNull(),
    signature: hex('signature').notNull(),
    clicks: integer('clicks').notNull().default(0),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('referral_grants_account').on(table.account)],
);

export const referralClicks = pgTable(
  'referral_clicks',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    code: text('code')
      .notNull()
      .references(() => referralGrants.code),
    /** Random id of a browser. */
    visitorId: text('visitor_id').notNull(),
    /** Unix seconds of chain time. */
    clickedAt: bigint('clicked_at', { mode: 'number' }).notNull(),
  },
  (table) => [index('referral_clicks_visitor').on(table.visitorId, table.clickedAt)],
);
