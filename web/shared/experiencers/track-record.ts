/** What is known of an experiencer as somebody to trust; amounts in smallest units. */
export interface TrackRecord {
  readonly id: number;
  readonly account: `0x${string}`;
  readonly name: { readonly 'zh-Hans': string; readonly en: string } | null;
  readonly committed: number;
  readonly revealed: number;
  /** Reports with a quality: the size of the sample. */
  readonly scored: number;
  readonly won: number;
  /** Σ over scored reports, 0 … 256 each. */
  readonly qualitySum: number;
  readonly accuracySum: number;
  readonly nominatedFees: bigint;
  readonly nominatedOrders: number;
  readonly rewards: bigint;
  readonly penalties: bigint;
  readonly registeredAt: number;
  /** Epoch in which his newest report closes or closed; null without reports. */
  readonly lastClosingEpoch: number | null;
}

/** A score of 256 is perfect. */
export const FULL_SCORE = 256;

/** Mean quality in basis points, 0 … 10,000; null without a scored report. */
export function meanQualityBps({ qualitySum, scored }: Pick<TrackRecord, 'qualitySum' | 'scored'>): number | null {
  return scored === 0 ? null : Math.floor((qualitySum * 10_000) / (FULL_SCORE * scored));
}

/** Mean accuracy in basis points, 0 … 10,000; null without a scored report. */
export function meanAccuracyBps({ accuracySum, scored }: Pick<TrackRecord, 'accuracySum' | 'scored'>): number | null {
  return scored === 0 ? null : Math.floor((accuracySum * 10_000) / (FULL_SCORE * scored));
}
