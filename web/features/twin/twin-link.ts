import { commodityLink } from '../../../protocol/identity/commodity-link.ts';
import { lotLink } from '../../../protocol/identity/lot-link.ts';

interface Identity {
  readonly chainId: number;
  readonly commodityId: number;
  readonly gtin: string | null | undefined;
}

/** Digital Link of a lot; without GTIN that of its commodity. Two lot codes are allowed on chain that no link can carry. */
export function twinLink(base: string, { chainId, commodityId, gtin }: Identity, lotCode: string): string {
  if (!gtin || lotCode === '.' || lotCode === '..') return commodityLink(base, chainId, commodityId);
  return lotLink(base, gtin, lotCode);
}
