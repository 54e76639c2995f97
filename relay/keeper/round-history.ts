import type { Queryable } from '../db/client.ts';
import { readLotEvents } from './read-lot-events.ts';

/** States of a round, in the order of the contract's enum. */
export const ROUND_STATES = ['Open', 'Tallied', 'Final', 'Unproven', 'Voided'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export interface ReportHistory {
  experiencerId: number;
  revealed: { values: number[]; weight: bigint } | null;
  /** Fees that were nominated to the reporter when he was scored last; null before. */
  scoredNominations: bigint | null;
  isClaimed: boolean;
}

/** What the events say of the round of one lot. */
export interface RoundHistory {
  lotId: number;
  closingEpoch: number;
  isUnsealed: boolean;
  state: RoundState;
  /** Somebody challenged it: once it is tallied, only a ruling ends it. */
  isHeld: boolean;
  /** The one after the closing epoch, or after the epoch in which a ruling was carried out. */
  scoringEpoch: number;
  isClosed: boolean;
  /** What winners, or in a voided round all who revealed, have not been paid of the prize yet. */
  prizeLeft: bigint;
  /** By experiencer, ascending. */
  reports: Map<number, ReportHistory>;
  /** Fees that opened leaves nominate, by experiencer. */
  nominated: Map<number, bigint>;
  /** Reports that a proposer has counted so far, by proposer (lower case) and packed consensus. */
  counted: Map<string, number>;
}

interface LotEvent {
  name: string;
  experiencerId: number | null;
  args: Record<string, unknown>;
}

/** Rounds of lots, from their events in the order of the chain. */
export async function roundHistories(
  db: Queryable,
  lots: readonly { lotId: number; closingEpoch: number }[],
): Promise<RoundHistory[]> {
  const events = await readLotEvents(
    db,
    lots.map(({ lotId }) => lotId),
  );
  return lots.map((lot) => foldRound(lot, events.get(lot.lotId) ?? []));
}

export function foldRound(
  { lotId, closingEpoch }: { lotId: number; closingEpoch: number },
  events: readonly LotEvent[],
): RoundHistory {
  const round: RoundHistory = {
    lotId,
    closingEpoch,
    isUnsealed: false,
    state: 'Open',
    isHeld: false,
    scoringEpoch: closingEpoch + 1,
    isClosed: false,
    prizeLeft: 0n,
    reports: new Map(),
    nominated: new Map(),
    counted: new Map(),
  };
  for (const event of events) apply(round, event);
  round.reports = new Map([...round.reports].sort(([a], [b]) => a - b));
  return round;
}

function apply(round: RoundHistory, { name, experiencerId, args }: LotEvent): void {
  const report = experiencerId === null ? undefined : round.reports.get(experiencerId);
  switch (name) {
    case 'LotUnsealed':
      round.isUnsealed = true;
      break;
    case 'ReportCommitted':
      if (experiencerId !== null) round.reports.set(experiencerId, newReport(experiencerId));
      break;
    case 'ReportRevealed':
      if (report) report.revealed = { values: args.values as number[], weight: BigInt(args.weight as string) };
      break;
    case 'NomineeOpened':
      if (experiencerId !== null) round.nominated.set(experiencerId, BigInt(args.nominated as string));
      break;
    case 'TallyAdvanced':
      round.counted.set(countKey(args.proposer as string, BigInt(args.consensus as string)), args.counted as number);
      break;
    case 'RoundHeld':
      round.isHeld = true;
      break;
    case 'RoundTallied':
      round.state = 'Tallied';
      break;
    case 'RoundFinalized':
      finalize(round, args);
      break;
    case 'ReportScored':
      if (report) report.scoredNominations = BigInt(args.nominated as string);
      break;
    case 'RoundClosed':
      round.isClosed = true;
      round.prizeLeft += BigInt(args.prize as string);
      break;
    case 'ReportClaimed':
      if (report) report.isClaimed = true;
      round.prizeLeft -= BigInt(args.reward as string);
      break;
    case 'LeftoverSwept':
      round.prizeLeft -= BigInt(args.amount as string);
      break;
  }
}

function finalize(round: RoundHistory, args: Record<string, unknown>): void {
  round.state = ROUND_STATES[args.state as number] ?? 'Open';
  round.scoringEpoch = args.scoringEpoch as number;
  const someRevealed = [...round.reports.values()].some(({ revealed }) => revealed !== null);
  if (round.state === 'Voided' && someRevealed) round.prizeLeft += BigInt(args.charge as string);
}

function newReport(experiencerId: number): ReportHistory {
  return { experiencerId, revealed: null, scoredNominations: null, isClaimed: false };
}

export function countKey(proposer: string, consensus: bigint): string {
  return `${proposer.toLowerCase()}/${consensus}`;
}
