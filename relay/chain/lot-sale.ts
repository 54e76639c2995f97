/** What `isSellable` of Commodities says, from a row of `chain_lots`. */
export function isSellableAt(
  lot: { startEpoch: number; epochs: number; concluded: boolean; covered: boolean },
  epoch: number,
): boolean {
  return !lot.concluded && lot.covered && epoch >= lot.startEpoch && epoch < lot.startEpoch + lot.epochs;
}
