import type { Receipt } from '../settlement/receipt.ts';
import type { Owed } from './owed-for.ts';

/** Who is there to be paid for a receipt. */
export interface Payees {
  /** whether somebody offered the lot */
  lot: boolean;
  /** whether nominations of the lot count no more; its share goes to the commodity's carry then */
  late: boolean;
  /** whether the recommender's id is somebody's */
  recommender: boolean;
}

/** How a compensation is split, in the smallest unit of the settlement asset; the parts but `nominatedFees` are all of it. */
export interface Compensation {
  expertShare: bigint;
  /** into the lot's pot, or into the carry when it is late */
  potShare: bigint;
  commission: bigint;
  communeShare: bigint;
  /** parts of nobody, and what rounding left: to the audit fund */
  auditShare: bigint;
  /** added to what buyers nominated to the receipt's nominee on this lot */
  nominatedFees: bigint;
}

/** Splits `amount`, at most what is owed, among a receipt's payees in proportion; every part but the audit fund's is rounded down. */
export function compensationOf(
  { fee, nomineeId }: Pick<Receipt, 'fee' | 'nomineeId'>,
  owed: Owed,
  amount: bigint,
  payees: Payees,
): Compensation {
  const part = (of: bigint, isThere: boolean): bigint => (isThere && amount > 0n ? (of * amount) / owed.total : 0n);
  const expertShare = part(owed.expert, payees.lot);
  const potShare = part(owed.pot, payees.lot);
  const commission = part(owed.commission, payees.recommender);
  const communeShare = part(owed.commune, true);
  return {
    expertShare,
    potShare,
    commission,
    communeShare,
    auditShare: amount - expertShare - potShare - commission - communeShare,
    nominatedFees: part(fee, payees.lot && !payees.late && nomineeId !== 0),
  };
}
