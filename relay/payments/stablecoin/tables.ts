import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import { account, amount, hex } from '../../db/columns.ts';

/** ERC-3009 authorizations that buyers were asked for; signed once the signature is there. */
export const stablecoinAuthorizations = pgTable('stablecoin_authorizations', {
  paymentId: text('payment_id').primaryKey(),
  from: account('from_account').notNull(),
  value: amount('value').notNull(),
  nonce: hex('nonce').notNull().unique(),
  /** Unix seconds of chain time. */
  validBefore: bigint('valid_before', { mode: 'number' }).notNull(),
  signature: hex('signature'),
});
