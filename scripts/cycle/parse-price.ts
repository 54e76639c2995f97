const DECIMALS = 6;
const PRICE = /^(\d+)(?:\.(\d+))?$/;

/**
 * A decimal string such as `2.55` as an amount in millionths, without floating point. `undefined` for anything else: signs,
 * currency marks, thousands separators, decimal commas, or a value finer than a millionth.
 */
export function parsePrice(text: string): bigint | undefined {
  const [, whole, decimals = ''] = PRICE.exec(text) ?? [];
  if (whole === undefined || !/^0*$/.test(decimals.slice(DECIMALS))) return undefined;
  return BigInt(whole + decimals.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
}
