import { purchaseProofArgument } from '../../protocol/settlement/contract-arguments.ts';
import type { World } from '../seed/world.ts';

/** Settled purchases of experiencers without a report, with all that a report needs but its secret. */
export function openPurchases({ lots, statements }: World) {
  const open = lots.flatMap(({ reports }) => reports).filter(({ committed }) => !committed);
  return open.flatMap(({ sale, tester, draft }) => {
    const settled = statements.get(sale.receipt.epoch);
    if (settled === undefined) return [];
    const { lot, receipt, salt } = sale;
    return {
      lotId: lot.lotId,
      lotCode: lot.seed.lotCode,
      commitBeforeEpoch: lot.closingEpoch,
      experiencerId: tester.id,
      address: tester.address,
      parameters: lot.commodity.model.document.parameters.map(({ code, decimals }) => ({ code, decimals })),
      exampleValues: draft.values,
      evidenceDigest: draft.evidenceDigest,
      receipt,
      proof: purchaseProofArgument(settled.trees, receipt.orderId),
      salt,
    };
  });
}
