import type { Address } from 'viem';
import type { OrderRequest } from '../../../../relay/api/orders.ts';

/** An order that was sent and not answered yet: sent again with the same key it is one order. */
export interface OrderIntent {
  readonly idempotencyKey: string;
  readonly request: OrderRequest;
}

export const intentKey = (commune: string, account: Address | undefined, lotId: number) =>
  `checkout.${commune}.${account?.toLowerCase() ?? ''}.${lotId}`;

/** Makes an intent of whatever lies in the store. */
export function readIntent(found: unknown): OrderIntent | null {
  const intent = found as Partial<OrderIntent> | null;
  const isWhole = typeof intent?.idempotencyKey === 'string' && typeof intent.request?.buyerCommitment === 'string';
  return isWhole ? (intent as OrderIntent) : null;
}
