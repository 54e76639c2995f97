import type { MarketItem } from './market-item.ts';
import type { MarketSearch } from './market-search.ts';

/** Least effective reports (hundredths) of the filter on confidence. */
const EFFECTIVE = { good: 700, high: 1_200 } as const;
const STANDING_RANK = { Trusted: 0, New: 1, Mixed: 2, Flagged: 3 } as const;

/** Items that match all filters and every word of the search, in Chinese or English, sorted. */
export function findItems(items: readonly MarketItem[], search: MarketSearch): MarketItem[] {
  const words = normalize(search.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return items
    .filter((item) => {
      if (search.model !== undefined && item.model.number !== search.model) return false;
      if (search.standing !== undefined && item.standing !== search.standing) return false;
      if (search.grade !== undefined && (item.gradeBps ?? -1) < search.grade * 100) return false;
      if (search.confidence !== undefined && item.effectiveReports < EFFECTIVE[search.confidence]) return false;
      if (search.sale && !item.offer) return false;
      const text = haystack(item);
      return words.every((word) => text.includes(word));
    })
    .sort(ORDERS[search.sort ?? 'best']);
}

/** Full-width letters and capitals are no difference to who searches. */
function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function haystack({ name, brand, origin, model, designation, gtin, number }: MarketItem): string {
  const texts = [name, brand, origin, model.name].flatMap((text) => (text ? [text.en, text['zh-Hans']] : []));
  return normalize([...texts, designation, gtin ?? '', `#${number}`].join(' '));
}

type Order = (a: MarketItem, b: MarketItem) => number;

const byGrade: Order = (a, b) => (b.gradeBps ?? -1) - (a.gradeBps ?? -1);
const ORDERS: Record<NonNullable<MarketSearch['sort']>, Order> = {
  best: (a, b) =>
    Number(b.offer !== null) - Number(a.offer !== null) ||
    STANDING_RANK[a.standing] - STANDING_RANK[b.standing] ||
    byGrade(a, b) ||
    a.number - b.number,
  grade: (a, b) => byGrade(a, b) || a.number - b.number,
  price: (a, b) => comparePrices(a, b) || a.number - b.number,
  newest: (a, b) => b.number - a.number,
};

/** What is not on sale comes last. */
function comparePrices(a: MarketItem, b: MarketItem): number {
  if (!a.offer || !b.offer) return Number(a.offer === null) - Number(b.offer === null);
  return a.offer.unitPrice < b.offer.unitPrice ? -1 : a.offer.unitPrice > b.offer.unitPrice ? 1 : 0;
}
