/** `⌈a / b⌉` for a ≥ 0, b > 0; bigint division alone rounds towards zero. */
export function ceilDiv(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}
