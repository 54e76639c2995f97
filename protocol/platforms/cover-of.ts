import { DEMAND_EPOCHS } from './case-windows.ts';

/** What a platform has put up; `leaving` may be withdrawn from epoch `leaveEpoch` on. */
export interface Bond {
  bond: bigint;
  leaving: bigint;
  leaveEpoch: number;
}

/** What of a bond will still be there when nothing of `epoch` can be challenged or demanded any more. */
export function coverOf({ bond, leaving, leaveEpoch }: Bond, epoch: number): bigint {
  if (leaving === 0n || leaveEpoch >= epoch + DEMAND_EPOCHS) return bond;
  return bond > leaving ? bond - leaving : 0n;
}
