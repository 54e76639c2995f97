import type { Hex } from 'viem';
import { addressOf, block, type Event, emit } from './case.ts';
import { at, digest, payout, producer, world } from './fixtures.ts';
import { seat as below, candidacy, candidates, people, together } from './fixtures-finality.ts';

/** Whoever asks. */
export const arbitrable = producer;
export const [EVIDENCE, COMMIT, REVEAL, APPEAL] = [200, 300, 150, 250] as const;
/** Fee per juror 10, lock 1,000; an incoherent vote costs a tenth of it, silence a quarter; the bond is as much as the fees. */
export const court: Event[] = [
  emit('court', 'CourtOpened', {
    seats: addressOf('elections'),
    token: payout,
    windows: [EVIDENCE, COMMIT, REVEAL, APPEAL, 2],
  }),
  emit('court', 'ParametersSet', { version: 1, parameters: [10n, 1_000n, 1_000, 2_500, 10_000] }),
];
export const start = block(at(0), ...world(1), ...people, ...candidates, ...court);
/** @param version of the court's parameters */
export function openedUnder(version: number): Event[] {
  const given = { disputeId: 1, choices: 2, version, namesConflicts: true, evidenceEndsAt: at(4) + EVIDENCE };
  return together(
    1,
    emit('court', 'DisputeCreation', { _disputeID: 1, _arbitrable: arbitrable }),
    emit('court', 'DisputeOpened', given),
    emit('court', 'Refunded', { disputeId: 1, account: arbitrable, amount: 5n }),
  );
}
export const opened = openedUnder(1);
export const armed = (round: number) => emit('court', 'DrawArmed', { disputeId: 1, round, term: 1, seedBlock: 77 });
export function drawn(round: number, time: number): Event {
  const given = { seed: digest(80 + round), candidateIds: [3, 1, 2], commitEndsAt: time + COMMIT };
  return emit('court', 'JuryDrawn', { disputeId: 1, round, ...given });
}
export const commitment = (seat: number, round = 0) => digest(90 + 10 * round + seat);
export const committed = (seat: number, round = 0) =>
  emit('court', 'VoteCommitted', {
    disputeId: 1,
    round,
    seat,
    candidateId: [3, 1, 2][seat],
    commitment: commitment(seat, round),
  });
export const revealed = (seat: number, choice: number, round = 0) =>
  emit('court', 'VoteRevealed', { disputeId: 1, round, seat, candidateId: [3, 1, 2][seat], choice });
export const early = (stage: number, round = 0) => emit('court', 'ClosedEarly', { disputeId: 1, round, stage });
export const [COMMITTED, REVEALED] = [3, 4] as const;
export const executed = (ruling: number) => emit('court', 'RulingExecuted', { disputeId: 1, ruling });

/** A juror loses CTT, as the court does it. */
export function penalised(round: number, seat: number, candidateId: number, isSilent: boolean, bond: bigint): Event[] {
  const taken = isSilent ? 250n : 100n;
  const slashed = { candidateId, to: addressOf('court'), asked: taken, fromBond: taken, fromLeaving: 0n };
  return [
    candidacy(candidateId, true, 1_000, bond, 2),
    emit('validators', 'SelfBondSlashed', slashed),
    emit('elections', 'SeatSlashed', { term: 1, candidateId, court: addressOf('court'), asked: taken, taken }),
    emit('court', 'SeatPenalised', { disputeId: 1, round, seat, candidateId, silent: isSilent, taken }),
  ];
}

export function settled(round: number, ruling: number, coherent: number, coins: bigint, tokens: bigint): Event {
  return emit('court', 'RoundSettled', { disputeId: 1, round, ruling, coherent, coins, tokens });
}

export const round = (index: number) => below(1, index);
export const juror = (index: number, seat: number): Hex => `${round(index)}${seat.toString(16).padStart(2, '0')}`;
export const openCase = [
  start,
  block(at(4), ...opened),
  block(at(4, 300), armed(0)),
  block(at(4, 310), drawn(0, at(4, 310))),
];
