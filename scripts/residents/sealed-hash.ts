import type { Hex } from 'viem';
import type { QualityModelDocument } from '../../protocol/documents/quality-model/types.ts';
import { sealedClaimsHash } from '../../protocol/experience/sealed-claims-hash.ts';
import type { Commune } from '../local/deploy-local.ts';
import type { SeedLot } from '../seed/catalogue/types.ts';
import { valuesInOrder } from '../seed/catalogue/values-in-order.ts';

/** What a resident's lot carries instead of its sealed claims. */
export function sealedHash(
  { chainId, contracts }: Commune,
  commodityId: number,
  lotCode: Hex,
  { claims }: SeedLot,
  model: QualityModelDocument,
  salt: Hex,
): Hex {
  const values = valuesInOrder(claims, model, 'sealed');
  return sealedClaimsHash({ chainId, commodities: contracts.commodities.address, commodityId, lotCode, values, salt });
}
