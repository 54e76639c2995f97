import type { Hex } from 'viem';
import { type Event, emit } from './case.ts';
import { alice, at, bob, digest, keeper, payout } from './fixtures.ts';

export const NOBODYS_NUMBER = 4_294_967_295;
export const PLEDGE = 300_000_000_000_000n;
export const RECEIPT = 0;
export const EQUIVOCATION = 1;
export const DEMAND = 2;
export const DIGEST = digest(51);
export const ORDER = digest(61);
export const bonded = emit('platforms', 'BondDeposited', { platformId: 1, from: keeper, amount: 8_000n, bond: 8_000n });
export const registered = emit('recommenders', 'RecommenderRegistered', { recommenderId: 1, account: alice, payout });

interface Sold {
  readonly lotId?: number;
  readonly recommenderId?: number;
  readonly nomineeId?: number;
}

/** Of platform 1 and epoch 1. */
export function challenged(receiptDigest: Hex, { lotId = 0, recommenderId = 1, nomineeId = 1 }: Sold = {}): Event {
  const receipt = [1, 1, ORDER, lotId, 2, 500n, 100n, 20n, recommenderId, nomineeId, digest(62)];
  const deadline = at(2, 600);
  const pledge = { challenger: bob, pledge: PLEDGE, deadline };
  return emit('platforms', 'ReceiptChallenged', { platformId: 1, epoch: 1, digest: receiptDigest, receipt, ...pledge });
}

export const slashed = (kind: number, caseId: Hex, amount: bigint, reward: bigint) =>
  emit('platforms', 'Slashed', { platformId: 1, caseId, challenger: bob, kind, amount, reward });
