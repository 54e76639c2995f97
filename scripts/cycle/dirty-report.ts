import { printable } from './printable.ts';

const EXAMPLES = 5;

/** Why an order line cannot become a receipt, in the order of the checks: the first that applies is counted. */
export const DIRTY_REASONS = {
  badRow: 'wrong number of columns, or quotes that do not match',
  noInvoice: 'no invoice number',
  cancelled: 'cancellation (invoice number starts with C)',
  noStockCode: 'no stock code',
  nonProduct: 'not a product (postage, fees, discounts, adjustments)',
  badQuantity: 'quantity is not a whole number above zero',
  badPrice: 'price is not a decimal number above zero with at most 6 decimals',
  noCustomer: 'no customer',
  badDate: 'date cannot be read',
  tooLarge: 'amount is larger than a receipt can hold',
} as const;

export type DirtyReason = keyof typeof DIRTY_REASONS;

/** A line that was left out, as it stands in the file. */
export interface DirtyExample {
  readonly line: number;
  readonly text: string;
}

/** What was left out of an orders file and why: `total = accepted + Σ count`. Blank lines and the header are no order lines. */
export interface DirtyReport {
  readonly total: number;
  readonly accepted: number;
  /** The first examples of each reason. Every reason has an entry. */
  readonly reasons: Readonly<
    Record<DirtyReason, { readonly count: number; readonly examples: readonly DirtyExample[] }>
  >;
}

/** Counts dirty lines by reason while a file is read. */
export class DirtyCounter {
  readonly #reasons = new Map<DirtyReason, { count: number; examples: DirtyExample[] }>();

  add(reason: DirtyReason, line: number, text: string): void {
    const entry = this.#reasons.get(reason) ?? { count: 0, examples: [] };
    this.#reasons.set(reason, entry);
    entry.count++;
    if (entry.examples.length < EXAMPLES) entry.examples.push({ line, text: printable(text) });
  }

  /** @param total order lines seen, @param accepted those of them that were not added here */
  report(total: number, accepted: number): DirtyReport {
    const reasons = Object.keys(DIRTY_REASONS) as DirtyReason[];
    return {
      total,
      accepted,
      reasons: Object.fromEntries(
        reasons.map((reason) => [reason, this.#reasons.get(reason) ?? { count: 0, examples: [] }]),
      ) as unknown as DirtyReport['reasons'],
    };
  }
}
