import type { Hex } from 'viem';
import { addressOf, block, type Event, emit } from './case.ts';
import { alice, at, bob, committed, register, revealed, world } from './fixtures.ts';
import { court, opened } from './fixtures-disputes.ts';

export const EVALUATION = 0;
export const [FINAL, UNPROVEN, VOIDED] = [2, 3, 4] as const;
export const SUSPENDED = 5;
export const disputes = addressOf('disputes');
/** Tolerances are 10 and 20: a quarter of them says the same. */
export const people = [register(1, alice), register(2, bob)];
export const measured = [
  block(at(0), ...world(2), ...court, ...people),
  block(at(3), committed(0, 1), committed(0, 2)),
  block(at(5), revealed(0, 1), revealed(0, 2)),
];
export const tallied = emit('evaluations', 'RoundTallied', {
  ...{ lotId: 0, consensus: [-3, 500], reports: 2, totalWeight: 10n, effectiveReports: 200 },
});
export const held = [
  emit('evaluations', 'RoundHeld', { lotId: 0, disputes }),
  ...opened(EVALUATION, 0, at(16)),
  emit('commodities', 'BondHeld', { lotId: 0, commodityId: 1, disputes, cases: 1 }),
];
export const released = emit('commodities', 'BondReleased', { lotId: 0, commodityId: 1, disputes, cases: 0 });
export const settled = (challenger: Hex, bond: bigint, lost: boolean) =>
  emit('disputes', 'BondSettled', { caseId: 1, challenger, bond, lost });
export const replaced = (challenger: Hex, bond: bigint): Event[] => [
  emit('disputes', 'ChallengeReplaced', { caseId: 1, challenger }),
  settled(challenger, bond, false),
];
export const ruled = (ruling: number) => emit('disputes', 'CaseRuled', { caseId: 1, ruling, lapsed: false });
export const executed = (ruling: number, winner: Hex) =>
  emit('disputes', 'CaseExecuted', { caseId: 1, ruling, winner, charged: 0n, bounty: 0n });

export function ruling(decision: number, challenger: Hex, charge: bigint, bounty: bigint, bountyLeft: bigint): Event {
  return emit('evaluations', 'RoundRuled', { lotId: 0, decision, challenger, charge, bounty, bountyLeft });
}

export const LIST = `challenges(orderBy: ordinal) { ordinal choice challenger { id } values bond state settledAt } challengeCount`;

/** What was found is what the challenger asserted; the second claim, critical or not, is another matter. */
export function overturned(): Event {
  const verdict = [SUSPENDED, [40, 500], [-3, 450], [0, 0], 0, 2, 200n, 0];
  return emit('commodities', 'TwinProven', { lotId: 0, commodityId: 1, verdict });
}

export function appointed(contract: 'evaluations' | 'commodities' | 'models'): Event[] {
  return [emit(contract, 'DisputesAppointed', { disputes })];
}
