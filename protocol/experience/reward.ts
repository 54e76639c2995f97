import { BPS_DENOMINATOR } from '../math/bps.ts';

/** What a winner's reward depends on; amounts in the smallest unit of the settlement asset. */
export interface RewardBasis {
  /** N, fees nominated to the winner on this lot, his own included */
  nominated: bigint;
  /** quality 0 … 256 */
  q: bigint;
  pot: bigint;
  /** Σ N · q² over all winners */
  winnersPoints: bigint;
  /** κ, the share of his own nominations nobody's reward exceeds */
  kappaBps: number;
}

/** `min(⌊κBps · N / 10000⌋, ⌊pot · N · q² / Σ_winners N · q²⌋)`; 0 when nobody nominated any winner. */
export function reward({ nominated, q, pot, winnersPoints, kappaBps }: RewardBasis): bigint {
  if (winnersPoints === 0n) return 0n;
  const cap = (BigInt(kappaBps) * nominated) / BPS_DENOMINATOR;
  const share = (pot * nominated * q * q) / winnersPoints;
  return share < cap ? share : cap;
}
