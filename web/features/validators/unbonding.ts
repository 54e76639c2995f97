import { TERM_EPOCHS } from '../../../protocol/clock/term.ts';
import type { TermNow } from './election-view.ts';

/** Two whole terms after the epoch of the request. */
const UNBONDING_EPOCHS = 2 * TERM_EPOCHS + 1;

/** First epoch in which what is unbonded now can be withdrawn. */
export function releaseEpoch({ term, epochOfTerm }: TermNow): number {
  return term * TERM_EPOCHS + epochOfTerm + UNBONDING_EPOCHS;
}
