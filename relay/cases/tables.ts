import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { hex } from '../db/columns.ts';

/** Cases of this platform that it cannot answer, and why; somebody has to look. */
export const unanswerableCases = pgTable('unanswerable_cases', {
  /** Digest of the receipt, or id of the leaf. */
  caseId: hex('case_id').primaryKey(),
  reason: text('reason').notNull(),
  notedAt: timestamp('noted_at', { withTimezone: true }).notNull().defaultNow(),
});
