import type { StatementScope } from '../settlement/statement.ts';

/** Kinds of leaves that can be demanded, as the contracts number them. */
export const demandKind = { lot: 0, nominee: 1, recommender: 2 } as const;

export type DemandKind = (typeof demandKind)[keyof typeof demandKind];

/** A leaf of a statement's trees that pays somebody, as `Demands` takes it. */
export interface Leaf {
  /** uint32 */
  platformId: number;
  /** uint32 */
  epoch: number;
  kind: DemandKind;
  /** uint32; 0 for a recommender */
  lotId: number;
  /** uint32, nominee or recommender; 0 for a lot */
  payeeId: number;
}

type Statement = Pick<StatementScope, 'platformId' | 'epoch'>;

/** Pays the model's owner and the lot's pot. */
export function leafOfLot({ platformId, epoch }: Statement, lotId: number): Leaf {
  return { platformId, epoch, kind: demandKind.lot, lotId, payeeId: 0 };
}

/** Counts what buyers of a lot nominated to an experiencer; can be demanded once the lot's leaf is open. */
export function leafOfNominee({ platformId, epoch }: Statement, lotId: number, nomineeId: number): Leaf {
  return { platformId, epoch, kind: demandKind.nominee, lotId, payeeId: nomineeId };
}

/** Pays a recommender. */
export function leafOfRecommender({ platformId, epoch }: Statement, recommenderId: number): Leaf {
  return { platformId, epoch, kind: demandKind.recommender, lotId: 0, payeeId: recommenderId };
}
