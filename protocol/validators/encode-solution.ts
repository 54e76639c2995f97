import { concatHex, type Hex, numberToHex } from 'viem';
import type { ElectionSolution, SolutionEdge, SolutionVoter } from './solution.ts';

/** Arguments of `submit` and `addPage`. */
export interface EncodedSolution {
  readonly winners: readonly number[];
  /** four bytes each */
  readonly voters: Hex;
  readonly edges: Hex;
}

/**
 * The compact form of a solution. A voter's last edge goes without its amount: it is what the others leave of the stake.
 *
 * @throws viem's `IntegerOutOfRangeError` for a value that its bytes cannot hold
 */
export function encodeSolution({ winners, voters }: ElectionSolution): EncodedSolution {
  return { winners, voters: encodeVoters(voters), edges: concatHex(voters.map(encodeEdges)) };
}

export function encodeVoters(voters: readonly Pick<SolutionVoter, 'id'>[]): Hex {
  return concatHex(voters.map(({ id }) => numberToHex(id, { size: 4 })));
}

function encodeEdges({ edges }: SolutionVoter): Hex {
  const parts = edges.map((edge, i) => encodeEdge(edge, i === edges.length - 1));
  return concatHex([numberToHex(edges.length, { size: 1 }), ...parts]);
}

function encodeEdge({ lane, winner, amount }: SolutionEdge, isLast: boolean): Hex {
  const head = concatHex([numberToHex(lane, { size: 1 }), numberToHex(winner, { size: 1 })]);
  return isLast ? head : concatHex([head, numberToHex(amount, { size: 12 })]);
}
