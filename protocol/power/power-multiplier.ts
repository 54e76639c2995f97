import { ProtocolError } from '../error.ts';

/** Fraction bits of a multiplier. */
export const MULTIPLIER_BITS = 64n;

/** `C_i = ⌊2^64 · 2^(2^i / 65536)⌋`, i = 0 … 15. */
const FACTORS = [
  0x10000b17255775c04n,
  0x1000162e525ee0547n,
  0x10002c5cc37da9491n,
  0x100058ba01fb9f96dn,
  0x1000b175effdc76ban,
  0x100162f3904051fa1n,
  0x1002c605e2e8cec50n,
  0x10058c86da1c09ea1n,
  0x100b1afa5abcbed61n,
  0x10163da9fb33356d8n,
  0x102c9a3e778060ee6n,
  0x1059b0d31585743aen,
  0x10b5586cf9890f629n,
  0x1172b83c7d517adcdn,
  0x1306fe0a31b7152den,
  0x16a09e667f3bcc908n,
] as const;

const STEPS = 65536n;

/**
 * `M = 2^(elapsed / halfLife)` in Q64: raw units are inflated by M when minted and deflated by M when read, so power halves
 * every half-life without touching any account. Below the true power of two by at most sixteen roundings, about 2^−60 of it.
 * @param elapsed seconds since the deployment's genesis, t − t0 ≥ 0
 * @param halfLife seconds
 * @throws ProtocolError `BadTime` for a time before genesis or a half-life that is not positive.
 */
export function powerMultiplier(elapsed: bigint, halfLife: bigint): bigint {
  if (elapsed < 0n || halfLife <= 0n) throw new ProtocolError('BadTime', { elapsed, halfLife });
  const x = (elapsed * STEPS) / halfLife;
  const fraction = x % STEPS;
  let m = 1n << MULTIPLIER_BITS;
  for (let bit = 15; bit >= 0; bit--) {
    if ((fraction >> BigInt(bit)) & 1n) m = (m * (FACTORS[bit] as bigint)) >> MULTIPLIER_BITS;
  }
  return m << (x / STEPS);
}
