import { bucketOf } from '../../../../protocol/experience/bucket.ts';
import { reward } from '../../../../protocol/experience/reward.ts';

/** What decides a reward; amounts in smallest units. */
export interface RewardFacts {
  readonly nominated: bigint;
  /** 0 … 256. */
  readonly quality: number;
  readonly prize: bigint;
  /** Σ N · q² of the winners. */
  readonly shares: bigint;
  readonly winningBucket: number | null;
  readonly kappaBps: number;
}

export interface RewardExplanation {
  readonly bucket: number;
  readonly isWinner: boolean;
  /** κ · N. */
  readonly cap: bigint;
  /** What the shares alone would give. */
  readonly share: bigint;
  readonly reward: bigint;
  /** Which of the two is smaller, or why there is nothing. */
  readonly because: 'cap' | 'share' | 'notWinner' | 'nobodyNominated';
}

/** How the reward of a scored report in a closed round comes about. */
export function explainReward({
  nominated,
  quality,
  prize,
  shares,
  winningBucket,
  kappaBps,
}: RewardFacts): RewardExplanation {
  const bucket = bucketOf(BigInt(quality));
  const isWinner = bucket > 0 && winningBucket !== null && winningBucket > 0 && bucket >= winningBucket;
  const cap = (nominated * BigInt(kappaBps)) / 10_000n;
  const share = shares === 0n ? 0n : (prize * nominated * BigInt(quality) ** 2n) / shares;
  if (!isWinner) return { bucket, isWinner, cap, share, reward: 0n, because: 'notWinner' };
  const paid = reward({ nominated, q: BigInt(quality), pot: prize, winnersPoints: shares, kappaBps });
  const because = nominated === 0n ? 'nobodyNominated' : share < cap ? 'share' : 'cap';
  return { bucket, isWinner, cap, share, reward: paid, because };
}
