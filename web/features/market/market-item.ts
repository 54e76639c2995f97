import type { Address } from 'viem';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { Listing } from '../../../relay/api/catalogue.ts';
import type { MarketCommodity } from './market-query.ts';

/** A commodity as the market shows it: what the index knows, with the platform's price. */
export interface MarketItem {
  readonly number: number;
  readonly name: Localized | null;
  readonly brand: Localized | null;
  readonly origin: Localized | null;
  readonly designation: string;
  readonly gtin: string | null;
  readonly model: { readonly number: number; readonly name: Localized | null };
  readonly producer: Address;
  readonly standing: 'Trusted' | 'Mixed' | 'Flagged' | 'New';
  readonly gradeBps: number | null;
  readonly reports: number;
  /** Hundredths. */
  readonly effectiveReports: number;
  readonly lotCount: number;
  /** The lot that can be bought now, at the lowest price; null: none. */
  readonly offer: { readonly lot: number; readonly unitPrice: bigint; readonly available: number } | null;
}

const STANDINGS = { TRUSTED: 'Trusted', MIXED: 'Mixed', FLAGGED: 'Flagged', NEW: 'New' } as const;

/** Joins the index's commodities with what the platform sells of them. */
export function marketItems(commodities: readonly MarketCommodity[], listings: readonly Listing[]): MarketItem[] {
  return commodities.map((commodity) => {
    const { document, model } = commodity;
    const modelDocument = model.latestRevision?.document;
    return {
      number: commodity.number,
      name: document && localized(document.nameZh, document.nameEn),
      brand: document && localized(document.brandZh, document.brandEn),
      origin: document && localized(document.originRegionZh, document.originRegionEn),
      designation: document?.designation ?? '',
      gtin: commodity.gtin ?? null,
      model: {
        number: model.number,
        name: modelDocument ? localized(modelDocument.nameZh, modelDocument.nameEn) : null,
      },
      producer: commodity.producer.id,
      standing: STANDINGS[commodity.standing],
      gradeBps: commodity.lastGradeBps ?? null,
      reports: commodity.lastReports,
      effectiveReports: Number(commodity.lastEffectiveReports),
      lotCount: commodity.lotCount,
      offer: bestOffer(listings.filter(({ commodityId }) => commodityId === commodity.number)),
    };
  });
}

function bestOffer(listings: readonly Listing[]): MarketItem['offer'] {
  const offers = listings
    .filter(({ sellable, available }) => sellable && available > 0)
    .map(({ lotId, unitPrice, available }) => ({ lot: lotId, unitPrice: BigInt(unitPrice), available }))
    .sort((a, b) => (a.unitPrice < b.unitPrice ? -1 : a.unitPrice > b.unitPrice ? 1 : a.lot - b.lot));
  return offers[0] ?? null;
}

function localized(zh: string, en: string): Localized {
  return { 'zh-Hans': zh, en };
}
