import type { Localized } from '../../../protocol/documents/quality-model/types.ts';

/** Answer of the control of a local chain; see docs/architecture.md. */
export interface LocalState {
  /** Chain time, Unix seconds. */
  readonly now: number;
  readonly epoch: number;
  readonly phase: 'first' | 'second';
  readonly nextPhaseAt: number;
  readonly busy: boolean;
  /** What is being done while time moves. */
  readonly step: Localized | null;
  readonly error: string | null;
  /** Why the last move stopped early: a juror's window has opened for the account that made it. */
  readonly halted: Localized | null;
  /** What `next-step` goes to: the next phase, or an earlier deadline of the court or of a decision. */
  readonly next: {
    readonly at: number;
    readonly what: Localized;
    readonly disputeId: number | null;
    readonly proposalId: string | null;
  };
  readonly subgraph: { readonly block: number; readonly head: number; readonly healthy: boolean } | null;
}

export type ClockTarget = 'next-step' | 'next-phase' | 'next-epoch' | number;
