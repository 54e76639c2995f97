import { z } from 'zod';
import { problem } from './problem.ts';
import { address, amount, bytes32, localized, timestamp, uint32 } from './scalars.ts';

/** A lot that the platform sells. */
export const listing = z.object({
  lotId: uint32,
  commodityId: uint32,
  modelId: uint32,
  lotCode: z.string(),
  producer: address,
  gtin: z.string().nullable(),
  /** From the commodity's document; null while it could not be read. */
  name: localized.nullable(),
  brand: localized.nullable(),
  description: localized.nullable(),
  modelName: localized.nullable(),
  commodityDocumentDigest: bytes32,
  lotDocumentDigest: bytes32,
  /** Price of a unit. */
  unitPrice: amount,
  feeBps: z.int(),
  commissionBps: z.int(),
  units: uint32,
  /** Neither sold nor reserved. */
  available: uint32,
  startEpoch: uint32,
  saleEndEpoch: uint32,
  saleStartsAt: timestamp,
  saleEndsAt: timestamp,
  /** The chain's `isSellable`, and the producer has named a price. */
  sellable: z.boolean(),
});
export type Listing = z.infer<typeof listing>;

// GET /catalogue?q=&commodityId=&modelId=&sellable=&limit=&offset= → catalogue
export const catalogueQuery = z.object({
  /** Words in names, brand, lot code, GTIN; Chinese or English. */
  q: z.string().max(100).optional(),
  commodityId: z.coerce.number().int().min(0).optional(),
  modelId: z.coerce.number().int().min(0).optional(),
  sellable: z.stringbool().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});
export const catalogue = z.object({
  listings: z.array(listing),
  total: z.int(),
  blockNumber: z.string(),
  /** Why the platform takes no orders at all, with the code that an order would be refused with; null when it takes them. */
  closed: problem.pick({ code: true, values: true, detail: true }).nullable(),
});
export type Catalogue = z.infer<typeof catalogue>;

// GET /catalogue/:lotId → listing
// PUT /catalogue/:lotId/price: priceRequest → listing. The lot's producer only, before the first order.
export const priceRequest = z.object({ unitPrice: amount });
