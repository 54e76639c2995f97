import { encodeAbiParameters, type Hex, keccak256, stringToHex } from 'viem';
import type { RoundKey } from './round-key.ts';

/** What a juror commits to before anyone may know it. */
export interface Vote extends RoundKey {
  /** position in the jury, from 0 */
  seat: number;
  /** the juror: a candidate has one account for ever */
  candidateId: number;
  /** 0 (refuses to rule) … choices of the dispute */
  choice: number;
  /** 32 random bytes: without them the few choices could be tried out */
  salt: Hex;
}

const VOTE_TAG = keccak256(stringToHex('TrustedCommerceCommune.Vote'));
const parameters = [
  { type: 'bytes32' },
  { type: 'uint256' },
  { type: 'address' },
  { type: 'uint256' },
  { type: 'uint256' },
  { type: 'uint256' },
  { type: 'uint16' },
  { type: 'uint256' },
  { type: 'bytes32' },
] as const;

/** Hash a juror commits and later reveals. */
export function voteCommitment(vote: Vote): Hex {
  const { chainId, court, disputeId, round, seat, candidateId, choice, salt } = vote;
  return keccak256(
    encodeAbiParameters(parameters, [
      VOTE_TAG,
      BigInt(chainId),
      court,
      disputeId,
      BigInt(round),
      BigInt(seat),
      candidateId,
      BigInt(choice),
      salt,
    ]),
  );
}
