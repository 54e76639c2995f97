import { type Hex, zeroHash } from 'viem';
import { climb } from '../settlement/climb.ts';
import { type BranchLeaf, branchLeafHash } from '../settlement/leaf-hash.ts';
import type { ProofElement } from '../settlement/node.ts';
import { reaches } from '../settlement/reaches.ts';
import type { StatementRoots } from '../settlement/statement.ts';
import type { AbsenceProof } from './absence-proof.ts';
import { demandKind, type Leaf } from './leaf.ts';

/** What stands at every place without orders. */
const emptyPlace: ProofElement = { hash: zeroHash, sums: 0n };

/**
 * Whether the statement has no such leaf. `domain` is `treeDomain(scope)`; `lotLeaf` is the hash of the lot's opened leaf, for a
 * nominee below it.
 */
export function verifyAbsence(
  leaf: Leaf,
  proof: AbsenceProof,
  statement: StatementRoots,
  domain: Hex,
  lotLeaf: Hex | null = null,
): boolean {
  const { lot, siblings } = proof;
  const { kind, lotId, payeeId } = leaf;
  if (kind === demandKind.nominee) {
    return (
      lot !== null &&
      isLot(lot, domain, lotLeaf) &&
      (payeeId >= 2 ** lot.innerDepth || isEmptyIn(lot, payeeId, siblings))
    );
  }
  const { lotRoot, lotDepth, recommenderRoot, recommenderDepth, totals: sums } = statement;
  if (kind === demandKind.lot) return isEmptyIn({ innerRoot: lotRoot, innerDepth: lotDepth, sums }, lotId, siblings);
  return isEmptyIn({ innerRoot: recommenderRoot, innerDepth: recommenderDepth, sums }, payeeId, siblings);
}

function isLot(lot: BranchLeaf, domain: Hex, lotLeaf: Hex | null): boolean {
  return (
    lotLeaf !== null && reaches(lotLeaf, lot.sums, () => ({ hash: branchLeafHash('lot', domain, lot), sums: lot.sums }))
  );
}

function isEmptyIn(
  { innerRoot, innerDepth, sums }: BranchLeaf,
  position: number,
  siblings: readonly ProofElement[],
): boolean {
  return reaches(innerRoot, sums, () => climb(emptyPlace, position, innerDepth, siblings));
}
