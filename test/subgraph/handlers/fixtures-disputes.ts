import type { Hex } from 'viem';
import { addressOf, type Event, emit } from './case.ts';
import { at, digest, expert, payout, producer, ZERO } from './fixtures.ts';
import { REGULATION } from './fixtures-finality.ts';

const EVALUATION = 0;
const MODEL = 2;

/** A court that rules on cases, and what a challenge of a round needs. */
export const court: Event[] = [
  emit('court', 'CourtOpened', { seats: addressOf('elections'), token: payout, windows: [200, 300, 150, 250, 2] }),
  emit('court', 'ParametersSet', { version: 1, parameters: [2n, 1_000n, 1_000, 2_500, 10_000] }),
  emit('disputes', 'BondRequiredSet', { previous: 0n, current: 50n }),
  emit('disputes', 'ArbitratorAppointed', { arbitrator: addressOf('court') }),
];

export function opened(kind: number, subject: number, deadline: number, caseId = 1): Event[] {
  const ground = kind === EVALUATION ? 0 : REGULATION;
  const parties = { producer: kind === MODEL ? ZERO : producer, expert };
  const arbitrator = addressOf('court');
  return [emit('disputes', 'CaseOpened', { caseId, kind, subject, ground, arbitrator, ...parties, deadline })];
}

export function challenge(challenger: Hex, values: number[], bond: bigint, fee: bigint, caseId = 1): Event[] {
  return [emit('disputes', 'ChallengeAdded', { caseId, challenger, values, bond, fee, evidenceDigest: digest(43) })];
}

/** The case comes before the court as the dispute of the same number. */
export function referred(caseId: number, challengers: Hex[], cost: bigint, disputeId = 1): Event[] {
  const choices = Math.max(2, 1 + challengers.length);
  const dispute = { disputeId, choices, version: 1, namesConflicts: true, evidenceEndsAt: at(20) };
  return [
    emit('court', 'DisputeCreation', { _disputeID: disputeId, _arbitrable: addressOf('disputes') }),
    emit('court', 'DisputeOpened', dispute),
    emit('disputes', 'CaseReferred', { caseId, disputeId, choices, cost, challengers }),
    emit('disputes', 'Dispute', {
      ...{ _arbitrator: addressOf('court'), _disputeID: disputeId, _metaEvidenceID: 0, _evidenceGroupID: caseId },
    }),
  ];
}
