const MONEY_DECIMALS = 6;

/** A whole number with thousands separators: `1,234,567`. */
export function formatCount(count: bigint | number): string {
  return BigInt(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * An amount in millionths with thousands separators: `1,234.56`. Exact, with two to six decimals, unless `decimals` is given:
 * then rounded to so many, halves away from zero.
 */
export function formatMoney(amount: bigint, decimals?: number): string {
  if (decimals !== undefined)
    return formatDecimal(divideRounded(amount, 10n ** BigInt(MONEY_DECIMALS - decimals)), decimals);
  return formatDecimal(amount, MONEY_DECIMALS).replace(/0{1,4}$/, '');
}

/** A part as a percentage of the whole: `12.50 %`, rounded, halves away from zero; `–` when the whole is 0. */
export function formatPercent(part: bigint | number, whole: bigint | number, decimals = 2): string {
  if (BigInt(whole) === 0n) return '–';
  return `${formatDecimal(divideRounded(BigInt(part) * 10n ** BigInt(decimals + 2), BigInt(whole)), decimals)} %`;
}

/** An integer in units of 10^−decimals. */
function formatDecimal(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = formatCount(BigInt(digits.slice(0, digits.length - decimals)));
  return `${units < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}

function divideRounded(a: bigint, b: bigint): bigint {
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const quotient = (2n * x + y) / (2n * y);
  return a < 0n === b < 0n ? quotient : -quotient;
}
