import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { account, hex } from '../db/columns.ts';

export interface Localized {
  'zh-Hans': string;
  en: string;
}

/** Blocks in the store; the bytes lie on disk under their CID. */
export const documents = pgTable('documents', {
  cid: text('cid').primaryKey(),
  digest: hex('digest').notNull().unique(),
  size: integer('size').notNull(),
  mime: text('mime').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

/** Who has uploaded which document; every one of them counts it against his limit. */
export const documentOwners = pgTable(
  'document_owners',
  {
    account: account('account').notNull(),
    cid: text('cid').notNull(),
    uploadedAt: timestamp('uploaded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.account, table.cid] }), index('document_owners_cid').on(table.cid)],
);

/** What the catalogue shows and searches of a JSON document that names something. */
export const documentTexts = pgTable('document_texts', {
  digest: hex('digest').primaryKey(),
  name: jsonb('name').$type<Localized>(),
  brand: jsonb('brand').$type<Localized>(),
  description: jsonb('description').$type<Localized>(),
});
