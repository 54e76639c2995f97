/** One line of a shop's order that can become a receipt. */
export interface OrderLine {
  /** Line of the file, the header being line 1. */
  readonly line: number;
  readonly invoice: string;
  /** In capitals: shops write one code both ways. */
  readonly stockCode: string;
  readonly description: string;
  /** 1 … 2^32 − 1 */
  readonly quantity: number;
  /** Price of one unit in millionths, above zero. */
  readonly unitPrice: bigint;
  /** quantity · unitPrice, at most 2^72 − 1 as in a receipt. */
  readonly sales: bigint;
  /** Seconds since 1970. */
  readonly time: number;
  readonly customer: string;
  readonly country: string;
}
