import { type Hex, keccak256, numberToHex } from 'viem';
import { commissionOf } from '../../protocol/settlement/commission-of.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import type { StatementScope } from '../../protocol/settlement/statement.ts';

const LOTS = 1_000;
const NOMINEES = 2_000;
const RECOMMENDERS = 300;

export const sampleScope: StatementScope = {
  chainId: 31337,
  settlement: '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  platformId: 1,
  epoch: 7,
};

/**
 * Receipts as a busy platform might have them, the same for the same seed: few lots and nominees take most orders, a third
 * of the buyers name nobody and half of the orders were not recommended.
 */
export function* sampleReceipts(count: number, seed: number): Generator<Receipt> {
  const random = xorshift32(seed);
  const popular = (ids: number): number => Math.floor(ids * random() ** 2);
  for (let i = 0; i < count; i++) {
    const quantity = 1 + Math.floor(4 * random());
    const sales = BigInt(quantity) * BigInt(1_000_000 + Math.floor(99_000_000 * random()));
    const recommenderId = random() < 0.5 ? 0 : 1 + popular(RECOMMENDERS);
    yield {
      platformId: sampleScope.platformId,
      epoch: sampleScope.epoch,
      orderId: randomBytes32(random),
      lotId: popular(LOTS),
      quantity,
      sales,
      fee: feeOf(sales, 1500),
      commission: commissionOf(sales, 500, recommenderId),
      recommenderId,
      nomineeId: random() < 1 / 3 ? 0 : 1 + popular(NOMINEES),
      buyerCommitment: randomBytes32(random),
    };
  }
}

function randomBytes32(random: () => number): Hex {
  const words = Uint32Array.from({ length: 8 }, () => random() * 2 ** 32);
  // One flat string; joined up digit by digit it would stay a rope of eight strings in V8, at three times the memory.
  return `0x${Buffer.from(words.buffer).toString('hex')}`;
}

/** Marsaglia's xorshift, uniform in 0 … 1; plenty for sample data and the same on every machine. */
function xorshift32(seed: number): () => number {
  let state = Number.parseInt(keccak256(numberToHex(seed, { size: 4 })).slice(2, 10), 16) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
