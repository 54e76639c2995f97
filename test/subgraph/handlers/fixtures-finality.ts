import { type Hex, pad } from 'viem';
import { type Event, emit } from './case.ts';
import { alice, at, bob, id, keeper, payout, register } from './fixtures.ts';

export const REGULATION = 2;
const TRANSACTIONS = 0xf000;

/** Events of one transaction, which follow each other. */
export function together(n: number, ...events: Event[]): Event[] {
  const txHash = pad(`0x${(TRANSACTIONS + n).toString(16)}`, { size: 32 });
  return events.map((event) => ({ ...event, txHash }));
}

export const jurors = [alice, bob, keeper] as const;
export const people = jurors.map((account, i) => register(i + 1, account));

export function candidacy(
  candidateId: number,
  running: boolean,
  commissionBps: number,
  bond: bigint,
  fromElection: number,
) {
  return emit('validators', 'CandidacySet', { candidateId, running, commissionBps, bond, fromElection });
}

/** Candidates 1 … 3, experiencers of the same number, from election 1 on with a commission of 10 % and 1,000 at stake. */
export const candidates: Event[] = jurors.flatMap((account, i) => [
  emit('validators', 'CandidateRegistered', { candidateId: i + 1, account, experiencerId: i + 1 }),
  candidacy(i + 1, true, 1_000, 1_000n, 1),
]);

export const staked = (voterId: number, stake: bigint, fromElection: number) =>
  emit('validators', 'StakeSet', { voterId, stake, fromElection });
export const named = (voterId: number, candidateIds: number[], fromElection: number) =>
  emit('validators', 'NominationsSet', { voterId, candidateIds, fromElection });
export const listed = (voterId: number, isListed: boolean, evictedBy: number, fromElection: number) =>
  emit('validators', 'ListingSet', { voterId, listed: isListed, evictedBy, fromElection });

/** A voter with a stake behind candidates, in the list. */
export function voter(voterId: number, account: Hex, stake: bigint, candidateIds: number[], election = 1): Event[] {
  return [
    emit('validators', 'VoterRegistered', { voterId, account }),
    staked(voterId, stake, election),
    named(voterId, candidateIds, election),
    listed(voterId, true, 0, election),
  ];
}

/** Voter 1: 100 behind all three; voter 2: 60 behind 1 and 2. */
export const voters: Event[] = [...voter(1, payout, 100n, [1, 2, 3]), ...voter(2, bob, 60n, [1, 2])];

/** A judgment takes CTT of a candidate; the bond that is left follows from it. */
export function slash(
  n: number,
  candidateId: number,
  bond: bigint,
  fromBond: bigint,
  fromLeaving: bigint,
  term: number,
) {
  const taken = fromBond + fromLeaving;
  return together(
    n,
    candidacy(candidateId, true, 1_000, bond, 2),
    emit('validators', 'SelfBondSlashed', { candidateId, to: payout, asked: 500n, fromBond, fromLeaving }),
    emit('elections', 'SeatSlashed', { term, candidateId, court: payout, asked: 500n, taken }),
  );
}

export const election = (term: number): Hex => id(term);
export const seat = (term: number, index: number): Hex => `${id(term)}${index.toString(16).padStart(2, '0')}`;
/** In which the election for term 1 takes place. */
export const electionTime = at(3);
