/** Link of a commodity without GTIN, `{base}/p/{chainId}/{commodityId}`. */
export function commodityLink(base: string, chainId: number, commodityId: number): string {
  return `${base.replace(/\/+$/, '')}/p/${chainId}/${commodityId}`;
}
