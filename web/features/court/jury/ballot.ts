import type { Address, Hex } from 'viem';
import { type Vote, voteCommitment } from '../../../../protocol/court/vote-commitment.ts';
import { voteSalt } from '../../../../protocol/secrets/derive-salt.ts';

/** Where a vote is cast; everything but choice and salt. */
export interface BallotPlace {
  readonly chainId: number;
  readonly court: Address;
  readonly disputeId: number;
  readonly round: number;
  readonly seat: number;
  readonly candidateId: number;
}

/** A vote with what opens it. */
export interface SealedBallot {
  readonly choice: number;
  readonly salt: Hex;
  readonly commitment: Hex;
}

const keyOf = ({ chainId, court, disputeId, round }: BallotPlace) => ({
  chainId,
  court,
  disputeId: BigInt(disputeId),
  round,
});

function commitmentOf(place: BallotPlace, choice: number, salt: Hex): Hex {
  const { seat, candidateId } = place;
  return voteCommitment({ ...keyOf(place), seat, candidateId, choice, salt } satisfies Vote);
}

/** Seals a choice with the salt that the wallet's signature gives for this round. */
export function sealBallot(place: BallotPlace, choice: number, root: Hex): SealedBallot {
  const salt = voteSalt(root, keyOf(place));
  return { choice, salt, commitment: commitmentOf(place, choice, salt) };
}

/**
 * Finds the choice behind a commitment: who has the salt tries the few there are, so that nothing but the wallet has to be kept.
 * @returns null when the salt is another one
 */
export function openBallot(place: BallotPlace, choices: number, commitment: Hex, salt: Hex): SealedBallot | null {
  for (let choice = 0; choice <= choices; choice++) {
    if (commitmentOf(place, choice, salt) === commitment.toLowerCase()) return { choice, salt, commitment };
  }
  return null;
}

/** The same with the salt that the wallet derives again. */
export function recoverBallot(place: BallotPlace, choices: number, commitment: Hex, root: Hex): SealedBallot | null {
  return openBallot(place, choices, commitment, voteSalt(root, keyOf(place)));
}

const FORMAT = 'trusted-commerce-commune.vote';

/** The file with which anybody can reveal a vote, on another machine or without the wallet. */
export function toBallotFile(place: BallotPlace, ballot: SealedBallot): string {
  return JSON.stringify({ format: FORMAT, version: 1, ...place, ...ballot }, null, 2);
}

/** Reads such a file. @returns null unless it opens this very commitment */
export function fromBallotFile(
  text: string,
  place: BallotPlace,
  choices: number,
  commitment: Hex,
): SealedBallot | null {
  try {
    const { format, salt } = JSON.parse(text) as { format?: unknown; salt?: unknown };
    if (format !== FORMAT || typeof salt !== 'string' || !/^0x[0-9a-f]{64}$/i.test(salt)) return null;
    return openBallot(place, choices, commitment, salt as Hex);
  } catch {
    return null;
  }
}
