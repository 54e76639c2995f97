import { ProtocolError } from '../error.ts';

/** What a seat has done; `choice` once it is revealed. */
export type Ballot = { state: 'none' } | { state: 'committed' } | { state: 'revealed'; choice: number };

/** Choices above cannot be stored. */
export const MAX_CHOICE = 253;

const REVEALED = 2;
const LANE_BITS = 8n;
const LANE_MASK = 0xffn;

/**
 * Votes of a round as the contract packs them: eight bits a seat from the lowest.
 * @param size seats of the jury
 */
export function unpackBallots(votes: bigint, size: number): Ballot[] {
  return Array.from({ length: size }, (_, seat): Ballot => {
    const lane = Number((votes >> (LANE_BITS * BigInt(seat))) & LANE_MASK);
    if (lane >= REVEALED) return { state: 'revealed', choice: lane - REVEALED };
    return { state: lane === 0 ? 'none' : 'committed' };
  });
}

/** @throws ProtocolError `BadInteger` for a choice that cannot be stored */
export function packBallots(ballots: readonly Ballot[]): bigint {
  return ballots.reduce((votes, ballot, seat) => votes | (laneOf(ballot) << (LANE_BITS * BigInt(seat))), 0n);
}

function laneOf(ballot: Ballot): bigint {
  if (ballot.state !== 'revealed') return ballot.state === 'none' ? 0n : 1n;
  const { choice } = ballot;
  if (!Number.isInteger(choice) || choice < 0 || choice > MAX_CHOICE) {
    throw new ProtocolError('BadInteger', { name: 'choice', value: choice, max: MAX_CHOICE });
  }
  return BigInt(choice + REVEALED);
}
