/** A winner of a round that is registered for an epoch. */
export interface MinedWork {
  /** fees nominated to the winner on the lot, smallest unit of the settlement asset */
  nominated: bigint;
  /** quality 0 … 256 */
  q: bigint;
  /** Σ nominated · q² of the winners of all rounds that are registered for the epoch */
  epochShares: bigint;
}

/**
 * `⌊winners · N · q² / Σ N · q²⌋`, in the smallest unit of CTT.
 * @param winners what the winners of the epoch share
 */
export function minedBy(winners: bigint, { nominated, q, epochShares }: MinedWork): bigint {
  return epochShares === 0n ? 0n : (winners * nominated * q * q) / epochShares;
}
