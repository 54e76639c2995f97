import { encodeFunctionData } from 'viem';
import { ProtocolError } from '../../protocol/error.ts';
import { absenceArgument } from '../../protocol/platforms/absence-argument.ts';
import { answerWindow } from '../../protocol/platforms/case-windows.ts';
import { demandKind, type Leaf } from '../../protocol/platforms/leaf.ts';
import { proveAbsence } from '../../protocol/platforms/prove-absence.ts';
import type { StatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { purchaseProofArgument, referralProofArgument } from '../../protocol/settlement/contract-arguments.ts';
import { abis } from '../chain/abis.ts';
import type { Plan } from '../chain/outbox/plan-transaction.ts';
import { openLeafCall } from '../keeper/open-leaf-call.ts';
import { proveReceipt } from '../proofs/prove-receipt.ts';
import { treesOf } from '../proofs/statement-trees.ts';
import type { Relay } from '../relay.ts';
import { postedStatement } from '../statements/statement-events.ts';
import type { LeafKind } from '../statements/tables.ts';
import type { DemandCase, OpenCase, ReceiptCase } from './open-cases.ts';

/** Why a case cannot be answered. */
export type NoAnswer =
  /** The statement of its epoch was never posted. */
  | 'no-statement'
  /** The receipt, as it was signed, is not part of the statement. */
  | 'not-in-statement'
  | 'too-late';

export type Answer = { plan: Plan } | { reason: NoAnswer };

/** The next transaction that a case of this platform needs, or why there is none. @throws when trees cannot be built now */
export async function answerOf(relay: Relay, opened: OpenCase, now: number): Promise<Answer> {
  const isLate = now > opened.deadline;
  if (opened.kind === 'demand' && opened.isLeafOpened) return { plan: closeDemand(relay, opened) };
  if (opened.kind === 'receipt' && isLate) return { reason: 'too-late' };
  const posted = await postedStatement(relay.db, opened.platformId, opened.epoch);
  if (posted === null) return { reason: 'no-statement' };
  const trees = await treesOf(relay).get(opened.epoch);
  if (opened.kind === 'receipt') return answerReceipt(relay, trees, opened);
  if (now > lastOpening(relay, opened)) return { reason: 'too-late' };
  return openLeaf(relay, trees, opened) ?? (isLate ? { reason: 'too-late' } : answerAbsent(relay, trees, opened));
}

function answerReceipt({ chain }: Relay, trees: StatementTrees, { caseId, receipt, deadline }: ReceiptCase): Answer {
  if (proveReceipt(trees, receipt) === null) return { reason: 'not-in-statement' };
  const purchase = purchaseProofArgument(trees, receipt.orderId);
  const referral = referralProofArgument(trees, receipt.orderId);
  const args = [receipt, purchase, referral] as const;
  return {
    plan: {
      ...URGENT,
      purpose: `answer/receipt/${caseId}`,
      to: chain.contracts.platforms,
      data: encodeFunctionData({ abi: abis.platforms, functionName: 'answerReceipt', args }),
      doneBy: ['ReceiptNotChallenged'],
      notAfter: deadline,
    },
  };
}

/** Opened late, a leaf still ends its demand, as long as nobody has slashed; but not for ever. */
function lastOpening({ chain }: Relay, { deadline }: DemandCase): number {
  return deadline + answerWindow(chain.clock);
}

/** Null when the statement has no such leaf. */
function openLeaf(relay: Relay, trees: StatementTrees, opened: DemandCase): Answer | null {
  const { caseId, leaf, deadline } = opened;
  const { epoch, lotId, payeeId } = leaf;
  try {
    const { to, data, doneBy } = openLeafCall(relay.chain, trees, {
      epoch,
      kind: kindOf(leaf),
      lotId,
      partyId: payeeId,
    });
    const notAfter = lastOpening(relay, opened);
    return { plan: { ...URGENT, purpose: `answer/open/${caseId}/${deadline}`, to, data, doneBy, notAfter } };
  } catch (error) {
    if (error instanceof ProtocolError && error.code.startsWith('Unknown')) return null;
    throw error;
  }
}

function closeDemand({ chain }: Relay, { caseId, leaf, deadline }: DemandCase): Plan {
  return {
    ...URGENT,
    purpose: `answer/close/${caseId}/${deadline}`,
    to: chain.contracts.demands,
    data: encodeFunctionData({ abi: abis.demands, functionName: 'closeDemand', args: [leaf] }),
    doneBy: ['LeafNotDemanded'],
  };
}

function answerAbsent({ chain }: Relay, trees: StatementTrees, { caseId, leaf, deadline }: DemandCase): Answer {
  const args = absenceArgument(leaf, proveAbsence(trees, leaf));
  return {
    plan: {
      ...URGENT,
      purpose: `answer/absent/${caseId}/${deadline}`,
      to: chain.contracts.demands,
      data: encodeFunctionData({ abi: abis.demands, functionName: 'answerAbsent', args }),
      doneBy: ['LeafNotDemanded'],
      notAfter: deadline,
    },
  };
}

/** They wait for gas money and for a node, and for nothing else of the operator's. */
const URGENT = { sender: 'operator', patient: true, urgent: true } as const;

function kindOf({ kind }: Leaf): LeafKind {
  switch (kind) {
    case demandKind.lot:
      return 'lot';
    case demandKind.nominee:
      return 'nominee';
    case demandKind.recommender:
      return 'recommender';
  }
}
