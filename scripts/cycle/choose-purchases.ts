import type { Sale } from './shop.ts';

/** Nobody puts a bond on a purchase this many times dearer than the usual one. */
const DEAREST = 3n;

/**
 * With which of his purchases of a lot each experiencer reports: the one whose fee is nearest to the median of the lot, because a
 * dear one costs a dear bond (six times the fee) and a cheap one has no weight. Who has only bought far more does not report.
 *
 * @param buyers experiencer id by customer
 * @returns by lot id, then by experiencer id
 */
export function choosePurchases(
  sales: readonly Sale[],
  buyers: ReadonlyMap<string, { id: number }>,
): Map<number, Map<number, Sale>> {
  const chosen = new Map<number, Map<number, Sale>>();
  for (const [lotId, ofLot] of Map.groupBy(sales, ({ receipt }) => receipt.lotId)) {
    const fees = ofLot.map(({ receipt }) => receipt.fee).sort((a, b) => (a < b ? -1 : 1));
    const median = fees[(fees.length - 1) >> 1] as bigint;
    const purchases = new Map<number, Sale>();
    for (const sale of ofLot) {
      const id = buyers.get(sale.line.customer)?.id;
      if (id === undefined || sale.receipt.fee === 0n || sale.receipt.fee > DEAREST * median) continue;
      const best = purchases.get(id);
      if (best === undefined || distance(sale, median) < distance(best, median)) purchases.set(id, sale);
    }
    chosen.set(lotId, purchases);
  }
  return chosen;
}

function distance({ receipt }: Sale, median: bigint): bigint {
  return receipt.fee > median ? receipt.fee - median : median - receipt.fee;
}
