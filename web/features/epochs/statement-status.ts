import type { StatementSummary } from '../../../relay/api/statements.ts';

export type StatementStatus = StatementSummary['status'] | 'opening' | 'swept';

/** What the chain tells of a statement. */
export interface PostedStatement {
  readonly remaining: bigint;
  readonly deposit: bigint;
  readonly communeShare: bigint;
  /** Unix seconds. */
  readonly opensAt: number;
  readonly swept: boolean;
}

/**
 * How far a statement on chain is. Rounding leaves a few units behind, so what is opened is told by the relay (which counts leaves) or by
 * what is left; without the relay "opening" may stay a little long.
 */
export function postedStatus(
  { remaining, deposit, communeShare, opensAt, swept }: PostedStatement,
  relay: StatementSummary['status'] | undefined,
  now: number,
): StatementStatus {
  if (swept) return 'swept';
  if (relay === 'opened' || remaining === 0n) return 'opened';
  if (now < opensAt) return 'posted';
  return remaining < deposit - communeShare ? 'opening' : 'posted';
}
