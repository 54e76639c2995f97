import { z } from 'zod';
import { address, localized, timestamp, uint32 } from '../../relay/api/scalars.ts';
import { COURT_PHASES } from '../local/court-phases.ts';

// The control of a local chain, below /local on the page's origin. Errors are problems as the relay's (relay/api/problem.ts).

// GET /local/state → state
export const state = z.object({
  /** Time of the chain's latest block. */
  now: timestamp,
  epoch: uint32,
  /** First half (reveal, unseal, and everything without a phase) or second half (tally). */
  phase: z.enum(['first', 'second']),
  nextPhaseAt: timestamp,
  /** The clock is moving. */
  busy: z.boolean(),
  /** What happens while it moves. */
  step: localized.nullable(),
  /** Why the last move stopped before it was there; technical, in English. */
  error: z.string().nullable(),
  /** Why the last move stopped before it was there: a window of a juror or a vote has opened for the account that it was made as. */
  halted: localized.nullable(),
  /** What `next-step` goes to: the next phase, or an earlier deadline in an open dispute or of an open proposal. */
  next: z.object({
    at: timestamp,
    what: localized,
    disputeId: uint32.nullable(),
    /** Decimal. */
    proposalId: z.string().nullable(),
  }),
  /** Disputes that are not ruled on. */
  disputes: z.array(
    z.object({
      disputeId: uint32,
      /** `null`: it is not about a case of the commune. */
      caseId: uint32.nullable(),
      round: uint32,
      phase: z.enum(COURT_PHASES),
      /** `null` where no time ends it. */
      endsAt: timestamp.nullable(),
      /** Candidates who have not voted, or not opened their votes, in the window that is open. */
      waitingFor: z.array(uint32),
    }),
  ),
  subgraph: z.object({ block: z.int(), head: z.int(), healthy: z.boolean() }),
});
export type ControlState = z.infer<typeof state>;

// POST /local/clock: clockRequest → 202 state; 409 while busy
export const clockRequest = z.object({
  to: z.union([z.enum(['next-step', 'next-phase', 'next-epoch']), timestamp], {
    error: 'must be "next-phase", "next-epoch", "next-step" or a time in Unix seconds',
  }),
  /** The account that the visitor uses: residents leave its votes to him, and the clock stops where a window of its opens. */
  as: address.optional(),
});
export type ClockRequest = z.infer<typeof clockRequest>;

// POST /local/truth: truthRequest → truthAnswer
export const truthRequest = z.object({
  commodityId: uint32,
  lotCode: z.string().regex(/^[!-~]{1,20}$/, 'must be a lot code: 1 to 20 visible ASCII characters'),
  /** What a perfect measurement would find: every parameter in the model's order, in units of 10^−decimals. */
  values: z.array(z.int32()).min(1).max(8),
});
export type TruthRequest = z.infer<typeof truthRequest>;
export const truthAnswer = truthRequest;

// POST /local/faucet: faucetRequest → faucetAnswer
export const faucetRequest = z.object({ address });
export const faucetAnswer = z.object({
  address,
  /** Afterwards, in wei and in the smallest units of the settlement asset and of CTT. */
  gas: z.string(),
  asset: z.string(),
  tokens: z.string(),
});
export type FaucetAnswer = z.infer<typeof faucetAnswer>;

// GET /local/measurement?lotId=&address= → measurementAnswer: what the account's instruments show, the same whenever asked
export const measurementQuery = z.object({ lotId: z.coerce.number().pipe(uint32), address });
export const measurementAnswer = z.object({
  lotId: uint32,
  address,
  /** Every parameter in the model's order, in units of 10^−decimals. */
  values: z.array(z.int32()),
});
export type MeasurementAnswer = z.infer<typeof measurementAnswer>;
