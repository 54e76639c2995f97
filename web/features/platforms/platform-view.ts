import type { EpochClock } from '../../../protocol/clock/epoch-clock.ts';
import { epochStart } from '../../../protocol/clock/epoch-start.ts';
import { DEMAND_EPOCHS } from '../../../protocol/platforms/case-windows.ts';
import { wasPrevented } from '../../../protocol/platforms/was-prevented.ts';

/** Counts of the index. */
export interface CaseCounts {
  readonly openCases: number;
  readonly receiptChallengeCount: number;
  readonly demandCount: number;
  /** Of all kinds, equivocations included. */
  readonly slashCount: number;
  readonly equivocations: number;
}

export interface TrackRecord {
  readonly answered: number;
  readonly lost: number;
  readonly open: number;
}

/** How a platform's cases ended. Two receipts for one order are lost without having been a case. */
export function trackRecord(counts: CaseCounts): TrackRecord {
  const { openCases: open, receiptChallengeCount, demandCount, slashCount: lost, equivocations } = counts;
  return { answered: receiptChallengeCount + demandCount - open - (lost - equivocations), lost, open };
}

/** How much of a bar that reaches to `whole` an amount fills, in basis points; never more than all of it. */
export function filledBps(amount: bigint, whole: bigint): number {
  if (whole === 0n || amount >= whole) return 10_000;
  return Number((amount * 10_000n) / whole);
}

/** window: leaves wait, receipts can be challenged; opening: leaves are opened and can be demanded; finished: nothing is possible. */
export type StatementStage =
  | { readonly kind: 'window' | 'opening'; readonly until: number }
  | { readonly kind: 'finished' };

/** Where a posted statement stands. */
export function statementStage(
  { epoch, opensAt, swept }: { epoch: number; opensAt: number; swept: boolean },
  clock: EpochClock,
  now: number,
): StatementStage {
  if (swept) return { kind: 'finished' };
  if (now < opensAt) return { kind: 'window', until: opensAt };
  const until = epochStart(clock, epoch + DEMAND_EPOCHS);
  return now < until ? { kind: 'opening', until } : { kind: 'finished' };
}

/** What decides whether a platform owes a statement. Times in unix seconds. */
export interface Settler {
  readonly admittedAt: number;
  /** Start of the suspension that lasts; null: none does. */
  readonly suspendedSince: number | null;
  /** Epochs whose statement is posted. */
  readonly posted: readonly number[];
}

/**
 * The epoch whose statement a platform may and must post in `current`; null for none. A suspended one settles what it had sold: epochs that
 * began before it was suspended.
 */
export function dueStatement(settler: Settler, clock: EpochClock, current: number): number | null {
  const { admittedAt, suspendedSince, posted } = settler;
  const last = current - 1;
  if (last < 0 || admittedAt >= epochStart(clock, current) || posted.includes(last)) return null;
  const suspensions = suspendedSince === null ? [] : [{ from: suspendedSince, until: null }];
  return wasPrevented(clock, last, suspensions) ? null : last;
}

export type KeyState = 'next' | 'now' | 'former';

/** Keys with what they are good for in an epoch, the latest first. */
export function keyStates<Key extends { readonly fromEpoch: number }>(
  keys: readonly Key[],
  epoch: number,
): (Key & { readonly state: KeyState })[] {
  const ordered = keys.toSorted((a, b) => b.fromEpoch - a.fromEpoch);
  const current = ordered.find(({ fromEpoch }) => fromEpoch <= epoch);
  return ordered.map((key) => ({
    ...key,
    state: key === current ? 'now' : key.fromEpoch > epoch ? 'next' : 'former',
  }));
}

/** URLs that were typed one per line; null when one is none, or there are more than a platform may have. */
export function mirrorsOf(typed: string): string[] | null {
  const urls = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return urls.length <= MAX_MIRRORS && urls.every(isUrl) ? urls : null;
}

const MAX_MIRRORS = 8;

export function isUrl(text: string): boolean {
  return /^https?:\/\//.test(text.trim()) && URL.canParse(text.trim());
}
