import { demandKind, type Leaf } from '../../../../protocol/platforms/leaf.ts';
import { leafIdOf } from '../../../../protocol/platforms/leaf-id-of.ts';
import { contractCall } from '../../transactions/contract-call.ts';
import type { TransactionRequest } from '../../transactions/transaction.ts';

const subjectOf = (leaf: Leaf) => `leaf:${leafIdOf(leaf)}`;

function nameOf({ kind, lotId, payeeId }: Leaf) {
  if (kind === demandKind.lot) return { en: `lot ${lotId}`, zh: `批次 ${lotId}` };
  if (kind === demandKind.nominee) {
    return { en: `experiencer ${payeeId} on lot ${lotId}`, zh: `批次 ${lotId} 的体验者 ${payeeId}` };
  }
  return { en: `recommender ${payeeId}`, zh: `推荐者 ${payeeId}` };
}

/** Demands that a leaf be opened. @param pledge in wei */
export function demandLeaf(leaf: Leaf, pledge: bigint): TransactionRequest {
  const { en, zh } = nameOf(leaf);
  return {
    summary: { en: `Demand the leaf of ${en}`, 'zh-Hans': `催开${zh}的叶子` },
    call: contractCall('demands', 'demandLeaf', [leaf]),
    value: pledge,
    subject: subjectOf(leaf),
  };
}

/** Ends the demand of a leaf that was opened; anybody may. */
export function closeDemand(leaf: Leaf): TransactionRequest {
  const { en, zh } = nameOf(leaf);
  return {
    summary: { en: `Close the demand for ${en}`, 'zh-Hans': `了结对${zh}的催开` },
    call: contractCall('demands', 'closeDemand', [leaf]),
    subject: subjectOf(leaf),
  };
}

/** Takes from the bond of a platform that did not open a leaf in time; anybody may. */
export function slashDemand(leaf: Leaf): TransactionRequest {
  return {
    summary: { en: `Have platform ${leaf.platformId} slashed`, 'zh-Hans': `执行对平台 ${leaf.platformId} 的罚没` },
    call: contractCall('demands', 'slashDemand', [leaf]),
    subject: subjectOf(leaf),
  };
}
