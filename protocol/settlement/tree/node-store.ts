/** Bytes of a node: hash, then sums as one big-endian word, exactly as a parent's preimage takes it. */
export const NODE_BYTES = 64;

const CHUNK_BITS = 14;
const CHUNK_NODES = 1 << CHUNK_BITS;

/**
 * Nodes of all trees of a statement, side by side in chunks of 1 MiB and named by a running number: a million orders make
 * some six million nodes, which as objects with hex strings would need gigabytes.
 */
export class NodeStore {
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  /** Number the next allocated node will have. */
  get length(): number {
    return this.#length;
  }

  /** Adds one zeroed node, which is the padding leaf, and returns its number. */
  allocate(): number {
    if ((this.#length & (CHUNK_NODES - 1)) === 0) this.#chunks.push(new Uint8Array(CHUNK_NODES * NODE_BYTES));
    return this.#length++;
  }

  /** Chunk that holds `node`; it begins at `offsetOf(node)` there. */
  chunkOf(node: number): Uint8Array {
    return this.#chunks[node >>> CHUNK_BITS] as Uint8Array;
  }

  offsetOf(node: number): number {
    return (node & (CHUNK_NODES - 1)) * NODE_BYTES;
  }
}
