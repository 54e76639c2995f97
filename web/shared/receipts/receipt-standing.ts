import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { receiptWindow } from '../../../protocol/platforms/case-windows.ts';

export type CaseState = 'none' | 'open' | 'answered' | 'slashed';
export const CASE_STATES: readonly CaseState[] = ['none', 'open', 'answered', 'slashed'];

/** What was found out about a receipt in a statement: both proofs lead to the chain's roots; they do not; nobody gave any. */
export type Inclusion = 'included' | 'refuted' | 'unknown';

export interface ReceiptFacts {
  readonly epoch: number;
  /** When the statement of its epoch was posted, Unix seconds; null: it was not. */
  readonly postedAt: number | null;
  readonly inclusion: Inclusion;
  readonly challenge: { readonly state: CaseState; readonly deadline: number };
}

/**
 * open: its epoch is not over; due: the statement can still come; included: nothing to fear; missing: it should be there and is not
 * shown; challenged: the platform has to answer; overdue: it did not; answered, slashed: the case is closed; past: nothing was found, and
 * the time to challenge is over. `until`: Unix seconds of what ends the standing.
 */
export type ReceiptStanding =
  | { readonly kind: 'open' | 'due' | 'challenged' | 'missing'; readonly until: number }
  | { readonly kind: 'included' | 'overdue' | 'answered' | 'slashed' | 'past' };

/** Where a receipt stands and, with it, what can be done. */
export function receiptStanding(facts: ReceiptFacts, clock: EpochClock, now: number): ReceiptStanding {
  const { epoch, postedAt, inclusion, challenge } = facts;
  if (challenge.state === 'answered' || challenge.state === 'slashed') return { kind: challenge.state };
  if (challenge.state === 'open') {
    // The last second of the deadline is the platform's.
    return now > challenge.deadline ? { kind: 'overdue' } : { kind: 'challenged', until: challenge.deadline };
  }
  if (postedAt !== null && inclusion === 'included') return { kind: 'included' };
  const end = epochStart(clock, epoch + 1);
  if (now < end) return { kind: 'open', until: end };
  const { from, until } = receiptWindow(clock, epoch, postedAt);
  if (now < from) return { kind: 'due', until: from };
  return now < until ? { kind: 'missing', until } : { kind: 'past' };
}
