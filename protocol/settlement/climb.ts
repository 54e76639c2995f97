import { ProtocolError } from '../error.ts';
import { type ProofElement, parentNode } from './node.ts';

/** Positions are uint32 ids. */
export const MAX_DEPTH = 32;

/**
 * Root of the tree of `depth` levels that holds `leaf` at `position` beside `siblings`.
 * @throws ProtocolError `TreeTooDeep`, `ProofLength`, `PositionOutsideTree` or `SumsOverflow`.
 */
export function climb(
  leaf: ProofElement,
  position: number,
  depth: number,
  siblings: readonly ProofElement[],
): ProofElement {
  if (depth > MAX_DEPTH) throw new ProtocolError('TreeTooDeep', { depth });
  if (siblings.length !== depth) throw new ProtocolError('ProofLength', { depth, length: siblings.length });
  // Not `position >> depth`: shifts of JavaScript numbers wrap at 32.
  if (!Number.isInteger(position) || position < 0 || position >= 2 ** depth) {
    throw new ProtocolError('PositionOutsideTree', { position, depth });
  }
  let node = leaf;
  siblings.forEach((sibling, level) => {
    const isRight = Math.floor(position / 2 ** level) % 2 === 1;
    node = isRight ? parentNode(sibling, node) : parentNode(node, sibling);
  });
  return node;
}
