import type { TreeHasher } from './tree-hasher.ts';

/** One level of a sparse tree: node `firstNode + i` stands at `positions[i]`, ascending; everything else is padding. */
interface Level {
  positions: Uint32Array;
  firstNode: number;
}

/** A tree keyed by ids, of which any number may be missing. */
export interface SparseTree {
  /** bit length of the highest position */
  depth: number;
  root: number;
  /** from the leaves up to the level below the root; level `depth` is the root alone */
  levels: Level[];
}

/** Builds the tree over leaves `firstLeaf + i` at ascending, distinct `positions`; at least one. */
export function appendSparseTree(hasher: TreeHasher, positions: Uint32Array, firstLeaf: number): SparseTree {
  const depth = 32 - Math.clz32(positions[positions.length - 1] as number);
  let level: Level = { positions, firstNode: firstLeaf };
  const levels = [level];
  for (let height = 0; height < depth; height++) {
    level = appendLevel(hasher, level, height);
    levels.push(level);
  }
  return { depth, root: level.firstNode, levels };
}

function appendLevel(hasher: TreeHasher, { positions, firstNode }: Level, height: number): Level {
  const padding = height;
  const parents = new Uint32Array(positions.length);
  let count = 0;
  let firstParent = 0;
  for (let i = 0; i < positions.length; count++) {
    const position = positions[i] as number;
    const node = firstNode + i++;
    let parent: number;
    if (position & 1) {
      parent = hasher.appendParent(padding, node);
    } else if (i < positions.length && positions[i] === position + 1) {
      parent = hasher.appendParent(node, firstNode + i++);
    } else {
      parent = hasher.appendParent(node, padding);
    }
    if (count === 0) firstParent = parent;
    parents[count] = position >>> 1;
  }
  return { positions: parents.slice(0, count), firstNode: firstParent };
}

/** Index of `position` among the leaves, −1 when it is padding. */
export function leafIndex(tree: SparseTree, position: number): number {
  return indexIn(tree.levels[0] as Level, position);
}

/** Node numbers of the siblings of `position`, from the leaf upwards. */
export function sparseSiblings(tree: SparseTree, position: number): number[] {
  return tree.levels.slice(0, tree.depth).map((level, height) => {
    const index = indexIn(level, ((position >>> height) ^ 1) >>> 0);
    return index < 0 ? height : level.firstNode + index;
  });
}

function indexIn({ positions }: Level, position: number): number {
  let low = 0;
  let high = positions.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = positions[middle] as number;
    if (found === position) return middle;
    if (found < position) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
