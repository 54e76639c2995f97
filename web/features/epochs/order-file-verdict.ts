import type { Hex } from 'viem';
import type { OrderFileFacts } from './check-order-file.ts';

/** What the chain says of a statement. */
export interface StatementTotals {
  readonly platformId: number;
  readonly epoch: number;
  readonly dataDigest: Hex;
  readonly orders: bigint;
  readonly sales: bigint;
  readonly fees: bigint;
  readonly commissions: bigint;
}

export const CHECKS = ['digest', 'statement', 'orders', 'sales', 'fees', 'commissions'] as const;
export type OrderFileCheck = (typeof CHECKS)[number];

/** Whether the file is the one behind the statement, point by point. */
export function orderFileVerdict(file: OrderFileFacts, statement: StatementTotals): Record<OrderFileCheck, boolean> {
  return {
    digest: file.digest === statement.dataDigest.toLowerCase(),
    statement: file.platformId === statement.platformId && file.epoch === statement.epoch,
    orders: BigInt(file.orders) === statement.orders && file.promised === file.orders,
    sales: file.sales === statement.sales,
    fees: file.fees === statement.fees,
    commissions: file.commissions === statement.commissions,
  };
}
