import { encodeAbiParameters, type Hex, hexToBigInt, keccak256 } from 'viem';
import { filledSeats, jurySize } from './jury-size.ts';

const parameters = [{ type: 'bytes32' }, { type: 'uint256' }] as const;

/**
 * Candidates on the seats of a round's jury, drawn without replacement; a pure function of its arguments.
 * @param seed see `drawSeed`
 * @param seats candidates who sit in the round's term, in the order of the validators contract
 * @param isConflicted whether a candidate is a party to the dispute
 * @returns empty when fewer than three could sit
 */
export function drawJury(
  seed: Hex,
  round: number,
  seats: readonly number[],
  isConflicted: (candidateId: number) => boolean,
): number[] {
  const pool = [...seats];
  const jury: number[] = [];
  const wanted = jurySize(round);
  for (let i = 0; i < pool.length && jury.length < wanted; i++) {
    const random = hexToBigInt(keccak256(encodeAbiParameters(parameters, [seed, BigInt(i)])));
    const chosen = i + Number(random % BigInt(pool.length - i));
    const candidateId = pool[chosen] as number;
    pool[chosen] = pool[i] as number;
    if (!isConflicted(candidateId)) jury.push(candidateId);
  }
  return jury.slice(0, filledSeats(round, jury.length));
}
