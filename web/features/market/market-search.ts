export const SORTS = ['best', 'grade', 'price', 'newest'] as const;
export const STANDINGS = ['Trusted', 'Mixed', 'Flagged', 'New'] as const;
export const GRADES = [90, 80, 60] as const;

/** Filters of the market as they stand in the address. */
export interface MarketSearch {
  readonly q?: string;
  /** Number of a quality model. */
  readonly model?: number;
  readonly standing?: (typeof STANDINGS)[number];
  /** Least grade in points. */
  readonly grade?: (typeof GRADES)[number];
  /** `good`: enough effective reports for a consensus and some more; `high`: many. */
  readonly confidence?: 'good' | 'high';
  readonly sale?: true;
  readonly sort?: (typeof SORTS)[number];
}

/** Reads the filters out of an address that anybody may have written; what is not understood is left out. */
export function readMarketSearch(found: Readonly<Record<string, unknown>>): MarketSearch {
  const { q, model, standing, grade, confidence, sale, sort } = found;
  const text = typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 100) : '';
  const modelNumber = Number(model);
  return {
    ...(text && { q: text }),
    ...(model !== undefined && Number.isInteger(modelNumber) && modelNumber > 0 && { model: modelNumber }),
    ...pick('standing', STANDINGS, standing),
    ...pick('grade', GRADES, Number(grade)),
    ...pick('confidence', ['good', 'high'] as const, confidence),
    ...((sale === true || sale === 'true') && { sale: true }),
    ...pick('sort', SORTS, sort),
  };
}

function pick<Key extends string, Value>(key: Key, values: readonly Value[], found: unknown) {
  const value = values.find((one) => one === found);
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}
