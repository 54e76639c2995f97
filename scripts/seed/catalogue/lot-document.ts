import type { LotDocument, SeedLot } from './types.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The document of a lot whose sale starts at a time. */
export function lotDocument({ lotCode, production }: SeedLot, saleStarts: Date): LotDocument {
  const produced = saleStarts.getTime() - production.daysBeforeSale * DAY;
  const date = (time: number) => new Date(time).toISOString().slice(0, 10);
  return {
    lotCode,
    productionDate: date(produced),
    bestBefore: production.shelfLifeDays === null ? null : date(produced + production.shelfLifeDays * DAY),
    facility: production.facility,
  };
}
