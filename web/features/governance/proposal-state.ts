import type { DecisionClass as IndexedClass, ProposalStage } from '../../generated/graphql.ts';

/** States of the governor, in words. */
export type ProposalState =
  | 'pending'
  | 'active'
  | 'canceled'
  | 'defeated'
  | 'succeeded'
  | 'queued'
  | 'expired'
  | 'executed';

/** What has passed is queued within this time, and what is queued executed, or never. */
export const GRACE_PERIOD_S = 14 * 86_400;
/** An emergency that has passed is executed within this time, or never. */
export const EMERGENCY_GRACE_PERIOD_S = 2 * 86_400;

export interface ProposalTimes {
  readonly stage: ProposalStage;
  readonly decisionClass: IndexedClass;
  /** Unix seconds; decimal strings, as the index has them. */
  readonly voteStart: string;
  readonly voteEnd: string;
  readonly eta?: string | null;
  /** Turnout and majority are there. */
  readonly passing: boolean;
}

/** What can be done with a proposal at a moment, as the governor sees it. @param now Unix seconds */
export function proposalState(proposal: ProposalTimes, now: number): ProposalState {
  const { stage, passing } = proposal;
  const start = Number(proposal.voteStart);
  const end = Number(proposal.voteEnd);
  switch (stage) {
    case 'CANCELED':
      return 'canceled';
    case 'EXECUTED':
      return 'executed';
    case 'QUEUED':
      return now > Number(proposal.eta ?? 0) + GRACE_PERIOD_S ? 'expired' : 'queued';
    case 'PROPOSED':
      if (now <= start) return 'pending';
      if (now <= end) return 'active';
      if (!passing) return 'defeated';
      return now > staleAfter(proposal) ? 'expired' : 'succeeded';
  }
}

/** When what has passed was to be queued, or executed in an emergency. */
function staleAfter({ decisionClass, voteEnd }: ProposalTimes): number {
  return Number(voteEnd) + (decisionClass === 'EMERGENCY' ? EMERGENCY_GRACE_PERIOD_S : GRACE_PERIOD_S);
}

/** Something can still happen to it. */
export function isOpen(state: ProposalState): boolean {
  return state === 'pending' || state === 'active' || state === 'succeeded' || state === 'queued';
}

/** What a proposal waits for, and until when; null: for nothing. */
export function nextMoment(
  proposal: ProposalTimes,
  now: number,
): { readonly what: 'begins' | 'ends' | 'queueUntil' | 'executeUntil' | 'executeFrom'; readonly at: number } | null {
  const end = Number(proposal.voteEnd);
  switch (proposalState(proposal, now)) {
    case 'pending':
      // Votes count from the second after the snapshot on.
      return { what: 'begins', at: Number(proposal.voteStart) + 1 };
    case 'active':
      return { what: 'ends', at: end + 1 };
    case 'succeeded':
      return {
        what: proposal.decisionClass === 'EMERGENCY' ? 'executeUntil' : 'queueUntil',
        at: staleAfter(proposal),
      };
    case 'queued': {
      const eta = Number(proposal.eta ?? 0);
      return now < eta ? { what: 'executeFrom', at: eta } : { what: 'executeUntil', at: eta + GRACE_PERIOD_S };
    }
    default:
      return null;
  }
}
