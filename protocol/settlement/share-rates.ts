/** Governed shares of a statement's money, in parts per 10,000. */
export interface ShareRates {
  /** of fees, to the model's owner */
  expertBps: number;
  /** of fees, into the lot's pot */
  experiencerBps: number;
  /** of sales, to the commune; on top of the price, paid by the platform */
  communeBps: number;
}

/** Rates of a deployment nobody has voted on yet. */
export const defaultShareRates: ShareRates = { expertBps: 1000, experiencerBps: 5000, communeBps: 60 };
