import type { Receipt } from '../../protocol/settlement/receipt.ts';
import type { StatementScope } from '../../protocol/settlement/statement.ts';

/** The file with all orders behind a statement that a platform publishes: no personal data. */
export function orderFile({ chainId, settlement, platformId, epoch }: StatementScope, receipts: readonly Receipt[]) {
  return {
    chainId: Number(chainId),
    settlement,
    platformId,
    epoch,
    receipts: receipts.map((receipt) => ({
      orderId: receipt.orderId,
      lotId: receipt.lotId,
      quantity: receipt.quantity,
      sales: receipt.sales.toString(),
      fee: receipt.fee.toString(),
      commission: receipt.commission.toString(),
      recommenderId: receipt.recommenderId,
      nomineeId: receipt.nomineeId,
      buyerCommitment: receipt.buyerCommitment,
    })),
  };
}
