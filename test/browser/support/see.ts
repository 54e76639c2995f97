import { expect } from '@playwright/test';

/** Transactions, uploads and signatures on a busy machine. */
export const PATIENCE_MS = 60_000;

/** Playwright's `expect`, as patient as everything else here: its five seconds are too few for a busy machine. */
export const see = expect.configure({ timeout: PATIENCE_MS });
