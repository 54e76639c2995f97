import { bytesToHex } from 'viem';
import type { ProofElement } from '../node.ts';
import { NODE_BYTES, type NodeStore } from './node-store.ts';

/** A node as proofs show it. */
export function readNode(store: NodeStore, node: number): ProofElement {
  const chunk = store.chunkOf(node);
  const offset = store.offsetOf(node);
  return {
    hash: bytesToHex(chunk.subarray(offset, offset + 32)),
    sums: BigInt(bytesToHex(chunk.subarray(offset + 32, offset + NODE_BYTES))),
  };
}
