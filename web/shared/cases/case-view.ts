import type { Address, Hex } from 'viem';
import { demandKind, type Leaf } from '../../../protocol/platforms/leaf.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import type { ChallengeCaseFragment, DemandCaseFragment } from '../../generated/graphql.ts';

interface Shared {
  /** Of the entity in the index. */
  readonly id: string;
  readonly platformId: number;
  readonly epoch: number;
  readonly challenger: Address;
  /** Wei. */
  readonly pledge: bigint;
  /** Unix seconds. */
  readonly openedAt: number;
  readonly deadline: number;
  readonly closedAt: number | null;
  readonly state: 'OPEN' | 'ANSWERED' | 'SLASHED';
}

/** Somebody waits, or waited, for a platform's answer. */
export type CaseView =
  | (Shared & { readonly kind: 'receipt'; readonly digest: Hex; readonly receipt: Receipt })
  | (Shared & { readonly kind: 'leaf'; readonly leaf: Leaf; readonly absent: boolean });

export function challengeView(found: ChallengeCaseFragment): CaseView {
  return {
    ...sharedOf(found),
    kind: 'receipt',
    digest: found.id as Hex,
    receipt: {
      platformId: found.platform.number,
      epoch: found.epoch.number,
      orderId: found.orderId,
      lotId: Number(found.lotNumber),
      quantity: Number(found.quantity),
      sales: BigInt(found.sales),
      fee: BigInt(found.fee),
      commission: BigInt(found.commission),
      recommenderId: Number(found.recommenderNumber),
      nomineeId: Number(found.nomineeNumber),
      buyerCommitment: found.buyerCommitment,
    },
  };
}

const KINDS = { LOT: demandKind.lot, NOMINEE: demandKind.nominee, RECOMMENDER: demandKind.recommender } as const;

export function demandView(found: DemandCaseFragment): CaseView {
  const { platform, epoch, kind, lotNumber, payeeNumber, absent } = found;
  return {
    ...sharedOf(found),
    kind: 'leaf',
    absent,
    leaf: {
      platformId: platform.number,
      epoch: epoch.number,
      kind: KINDS[kind],
      lotId: Number(lotNumber),
      payeeId: Number(payeeNumber),
    },
  };
}

function sharedOf(found: ChallengeCaseFragment | DemandCaseFragment): Shared {
  return {
    id: found.id,
    platformId: found.platform.number,
    epoch: found.epoch.number,
    challenger: found.challenger.id as Address,
    pledge: BigInt(found.pledge),
    openedAt: Number(found.openedAt),
    deadline: Number(found.deadline),
    closedAt: found.closedAt === null ? null : Number(found.closedAt),
    state: found.state,
  };
}

/** Open ones first, the most urgent on top; then the others, the latest on top. */
export function inOrderOfUrgency(cases: readonly CaseView[]): CaseView[] {
  const rank = (one: CaseView) => (one.state === 'OPEN' ? 0 : 1);
  return cases.toSorted((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    return a.state === 'OPEN' ? a.deadline - b.deadline : (b.closedAt ?? 0) - (a.closedAt ?? 0);
  });
}

/** overdue: open, and the last second of its deadline is over. */
export function caseStatus({ state, deadline }: Pick<CaseView, 'state' | 'deadline'>, now: number) {
  if (state === 'OPEN') return now > deadline ? 'overdue' : 'open';
  return state === 'ANSWERED' ? 'answered' : 'slashed';
}
