import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import type { TwinLot } from './twin-query.ts';

type CommodityText = NonNullable<TwinLot['commodity']['document']>;

/** The texts of a commodity's document in both languages. */
export function commodityText(document: CommodityText) {
  const both = (zh: string, en: string): Localized => ({ 'zh-Hans': zh, en });
  return {
    name: both(document.nameZh, document.nameEn),
    brand: both(document.brandZh, document.brandEn),
    description: both(document.descriptionZh, document.descriptionEn),
    region: both(document.originRegionZh, document.originRegionEn),
    country: document.originCountry,
    designation: document.designation,
    netContent: document.netContent,
    netContentUnit: document.netContentUnit,
  };
}
