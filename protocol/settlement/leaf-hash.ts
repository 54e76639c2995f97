import { encodePacked, type Hex, keccak256 } from 'viem';

/** Second byte of a leaf's preimage (the first is 0, which nodes never have): leaves of different trees never collide. */
export const leafKind = { receipt: 1, nominee: 2, lot: 3, recommender: 4 } as const;

/** A leaf over an inner tree. */
export type BranchKind = Exclude<keyof typeof leafKind, 'receipt'>;

/** A leaf that stands for a whole inner tree. */
export interface BranchLeaf {
  innerRoot: Hex;
  /** packed sums of the inner tree */
  sums: bigint;
  /** 0 … 32 */
  innerDepth: number;
}

/** `H(0x00 ‖ 0x01 ‖ digest)` */
export function receiptLeafHash(digest: Hex): Hex {
  return keccak256(encodePacked(['uint8', 'uint8', 'bytes32'], [0, leafKind.receipt, digest]));
}

/** `H(0x00 ‖ kind ‖ domain ‖ innerRoot ‖ sums ‖ uint8 innerDepth)` */
export function branchLeafHash(kind: BranchKind, domain: Hex, leaf: BranchLeaf): Hex {
  return keccak256(
    encodePacked(
      ['uint8', 'uint8', 'bytes32', 'bytes32', 'uint256', 'uint8'],
      [0, leafKind[kind], domain, leaf.innerRoot, leaf.sums, leaf.innerDepth],
    ),
  );
}
