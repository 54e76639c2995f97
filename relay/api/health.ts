import { z } from 'zod';
import { address, timestamp, uint32 } from './scalars.ts';

// GET /health → 200 as long as the process lives; GET /ready → 200 or 503 with the same body
export const health = z.object({
  status: z.enum(['ok', 'degraded']),
  database: z.boolean(),
  chain: z.boolean(),
  /** Latest block that the relay has taken in, and the chain's. */
  syncedBlock: z.string(),
  headBlock: z.string(),
  /** Time of the chain's latest block. */
  chainTime: timestamp,
  platformId: uint32,
  operator: address,
  version: z.string(),
  /** What the relay cannot get over by itself, such as a deposit that is not funded; `status` is degraded while there is one. */
  problems: z.array(
    z.object({
      code: z.enum([
        'deposit-missing',
        'gas-money-missing',
        'fee-above-limit',
        'transaction-waits',
        'statement-unbuilt',
        'statement-missed',
        'statement-differs',
        'platform-not-admitted',
        'platform-suspended',
        'platform-bond-too-low',
        'platform-operator-differs',
        'signer-key-missing',
        'case-urgent',
        'case-unanswerable',
        'case-lost',
        'election-unsolved',
        'duty-stalled',
      ]),
      detail: z.string(),
    }),
  ),
});
export type Health = z.infer<typeof health>;

// POST /admin/tick (operator's session or `X-Relay-Key`): runs every due job once → what it did
export const tick = z.object({
  /** Names of jobs and how many things each did. */
  done: z.record(z.string(), z.int()),
  /** Something is still on its way (a transaction, a webhook); tick again. */
  pending: z.boolean(),
});
