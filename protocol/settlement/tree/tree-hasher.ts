import { createKeccak, type IHasher } from 'hash-wasm';
import { type Hex, hexToBytes } from 'viem';
import { type BranchKind, leafKind } from '../leaf-hash.ts';
import { addSumBytes } from './add-sum-bytes.ts';
import { NODE_BYTES, type NodeStore } from './node-store.ts';

const SUMS_OFFSET = 32;

/**
 * Hashes nodes and leaves inside a store without an object or a string per node. hash-wasm because it is by far the
 * fastest keccak-256 for such small inputs: 0.55 µs for a node's 129 bytes, against 3.3 µs for the bare permutation of
 * @noble/hashes and 6.7 µs for viem's keccak256 (measured on Node 24, two shared cores).
 */
export class TreeHasher {
  readonly #keccak: IHasher;
  readonly #store: NodeStore;
  readonly #node = new Uint8Array(1 + 2 * NODE_BYTES);
  readonly #branch = new Uint8Array(2 + 32 + NODE_BYTES + 1);

  private constructor(keccak: IHasher, store: NodeStore, domain: Hex) {
    this.#keccak = keccak;
    this.#store = store;
    this.#node[0] = 1;
    this.#branch.set(hexToBytes(domain), 2);
  }

  /** Number the next appended node will have. */
  get nextNode(): number {
    return this.#store.length;
  }

  /** Asynchronous because engines compile WebAssembly off the main thread. */
  static async create(store: NodeStore, domain: Hex): Promise<TreeHasher> {
    return new TreeHasher(await createKeccak(256), store, domain);
  }

  hash(message: Uint8Array): Uint8Array {
    return this.#keccak.init().update(message).digest('binary');
  }

  /** Appends the parent of two nodes and returns its number. */
  appendParent(left: number, right: number): number {
    const store = this.#store;
    const message = this.#node;
    this.#copy(left, message, 1);
    this.#copy(right, message, 1 + NODE_BYTES);
    const parent = store.allocate();
    const chunk = store.chunkOf(parent);
    const offset = store.offsetOf(parent);
    chunk.set(this.hash(message), offset);
    addSumBytes(chunk, offset + SUMS_OFFSET, message, 1 + SUMS_OFFSET, message, 1 + NODE_BYTES + SUMS_OFFSET);
    return parent;
  }

  /** Appends the leaf that stands for the tree with root `innerRoot` and returns its number. */
  appendBranch(kind: BranchKind, innerRoot: number, innerDepth: number): number {
    const store = this.#store;
    const message = this.#branch;
    message[1] = leafKind[kind];
    this.#copy(innerRoot, message, 2 + 32);
    message[2 + 32 + NODE_BYTES] = innerDepth;
    const leaf = store.allocate();
    const chunk = store.chunkOf(leaf);
    const offset = store.offsetOf(leaf);
    chunk.set(this.hash(message), offset);
    chunk.set(message.subarray(2 + 32 + 32, 2 + 32 + NODE_BYTES), offset + SUMS_OFFSET);
    return leaf;
  }

  #copy(node: number, target: Uint8Array, targetOffset: number): void {
    const offset = this.#store.offsetOf(node);
    target.set(this.#store.chunkOf(node).subarray(offset, offset + NODE_BYTES), targetOffset);
  }
}
