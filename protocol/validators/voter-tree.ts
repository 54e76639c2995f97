import { type Address, concatHex, encodeAbiParameters, type Hex, keccak256, numberToHex, stringToHex } from 'viem';
import type { SolutionEdge, SolutionVoter } from './solution.ts';

const PURPOSE = keccak256(stringToHex('TrustedCommerceCommune.VoterLeaf'));
const AMOUNT_BITS = 96n;

/** Where a voter tree belongs. */
export interface VoterScope {
  readonly chainId: number;
  /** the elections contract */
  readonly elections: Address;
  /** the term that was elected */
  readonly term: number;
}

/** What the leaves of an election begin with. */
export function voterScope({ chainId, elections, term }: VoterScope): Hex {
  return keccak256(
    encodeAbiParameters(
      [{ type: 'bytes32' }, { type: 'uint256' }, { type: 'address' }, { type: 'uint32' }],
      [PURPOSE, BigInt(chainId), elections, term],
    ),
  );
}

/** An edge as leaves hash it and `claim` takes it: index of the winner · 2^96 + amount. */
export function edgeWord({ winner, amount }: Pick<SolutionEdge, 'winner' | 'amount'>): bigint {
  return (BigInt(winner) << AMOUNT_BITS) | amount;
}

export function voterLeaf(scope: Hex, { id, edges }: SolutionVoter): Hex {
  const words = [BigInt(id), ...edges.map(edgeWord)];
  return keccak256(concatHex([scope, ...words.map((word) => numberToHex(word, { size: 32 }))]));
}

/**
 * Root over all voters of a solution. Nodes hash their sorted children; a node without sibling goes up as it is.
 *
 * @param pages leaves as the solution came, page by page; each page is a subtree. No page is empty.
 */
export function voterRoot(pages: readonly (readonly Hex[])[]): Hex {
  return top(pages.map(top));
}

/** Siblings from a leaf up to `voterRoot`. */
export function proveVoter(pages: readonly (readonly Hex[])[], page: number, index: number): Hex[] {
  return [...siblings(pages[page] as readonly Hex[], index), ...siblings(pages.map(top), page)];
}

function top(nodes: readonly Hex[]): Hex {
  let level = nodes;
  while (level.length > 1) level = parents(level);
  return level[0] as Hex;
}

function siblings(nodes: readonly Hex[], index: number): Hex[] {
  const found: Hex[] = [];
  for (let [level, i] = [nodes, index]; level.length > 1; [level, i] = [parents(level), i >> 1]) {
    const sibling = level[i ^ 1];
    if (sibling !== undefined) found.push(sibling);
  }
  return found;
}

function parents(level: readonly Hex[]): Hex[] {
  return level.flatMap((left, i) => {
    if (i % 2 === 1) return [];
    const right = level[i + 1];
    return right === undefined ? left : keccak256(concatHex(left < right ? [left, right] : [right, left]));
  });
}
