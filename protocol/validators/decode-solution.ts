import { bytesToBigInt, hexToBytes } from 'viem';
import { ProtocolError } from '../error.ts';
import type { EncodedSolution } from './encode-solution.ts';
import { type ElectionSolution, MAX_NOMINATIONS, type SolutionEdge, type SolutionVoter } from './solution.ts';

const ID_BYTES = 4;
const EDGE_BYTES = 14;
const LAST_EDGE_BYTES = 2;

/** @throws ProtocolError `BadVoterIds` unless there are four bytes for each. */
export function decodeVoters(voters: EncodedSolution['voters']): number[] {
  const bytes = hexToBytes(voters);
  if (bytes.length % ID_BYTES !== 0) throw new ProtocolError('BadVoterIds', { length: bytes.length });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / ID_BYTES }, (_, i) => view.getUint32(ID_BYTES * i));
}

/** Reads the edges of one voter after the other. */
export class EdgeReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(edges: EncodedSolution['edges']) {
    this.#bytes = hexToBytes(edges);
  }

  /**
   * @returns lanes and winners as they stand there, with `undefined` as the amount of the last edge
   * @throws ProtocolError `BadEdgeCount`, `BadEdgesLength`
   */
  next(voterId: number): (Omit<SolutionEdge, 'amount'> & { amount: bigint | undefined })[] {
    const bytes = this.#bytes;
    const count = bytes[this.#offset] ?? 0;
    if (count === 0 || count > MAX_NOMINATIONS) throw new ProtocolError('BadEdgeCount', { voterId, count });
    const start = this.#offset + 1;
    this.#offset = start + EDGE_BYTES * (count - 1) + LAST_EDGE_BYTES;
    if (this.#offset > bytes.length) this.#wrongLength();
    return Array.from({ length: count }, (_, i) => {
      const from = start + EDGE_BYTES * i;
      return {
        lane: bytes[from] as number,
        winner: bytes[from + 1] as number,
        amount: i === count - 1 ? undefined : bytesToBigInt(bytes.subarray(from + LAST_EDGE_BYTES, from + EDGE_BYTES)),
      };
    });
  }

  /** @throws ProtocolError `BadEdgesLength` when something is left. */
  end(): void {
    if (this.#offset !== this.#bytes.length) this.#wrongLength();
  }

  #wrongLength(): never {
    throw new ProtocolError('BadEdgesLength', { expected: this.#offset, given: this.#bytes.length });
  }
}

/**
 * Reads what `encodeSolution` wrote, without verifying more than that it is whole.
 *
 * @param stakes of the voters, in their order, for the amounts of the last edges
 * @throws ProtocolError `BadVoterIds`, `BadEdgeCount`, `BadEdgesLength`
 */
export function decodeSolution(
  { winners, voters, edges }: EncodedSolution,
  stakes: readonly bigint[],
): ElectionSolution {
  const reader = new EdgeReader(edges);
  const decoded = decodeVoters(voters).map((id, i): SolutionVoter => {
    let left = stakes[i] ?? 0n;
    return {
      id,
      edges: reader.next(id).map(({ lane, winner, amount = left }) => {
        left -= amount;
        return { lane, winner, amount };
      }),
    };
  });
  reader.end();
  return { winners, voters: decoded };
}
