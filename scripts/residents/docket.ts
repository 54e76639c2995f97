import { type Ballot, unpackBallots } from '../../protocol/court/ballots.ts';
import { COURT_PHASES, type CourtPhase } from '../local/court-phases.ts';
import type { Commune } from '../local/deploy-local.ts';

/** The contract's enum of case kinds. */
export const CASE_KINDS = ['evaluation', 'listing', 'model'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** A dispute of our court that has not been ruled on. */
export interface OpenDispute {
  readonly disputeId: bigint;
  /** 0: somebody else's arbitrable. */
  readonly caseId: bigint;
  readonly kind: CaseKind;
  /** Lot or model. */
  readonly subject: number;
  /** The contract's enum. */
  readonly ground: number;
  readonly phase: CourtPhase;
  /** First second after the phase; 0 where no time tells. */
  readonly endsAt: number;
  readonly round: number;
  /** Block whose randomness draws the jury; 0 before it is armed. */
  readonly seedBlock: number;
  /** Candidates on the seats; empty before the draw. */
  readonly jury: readonly number[];
  readonly ballots: readonly Ballot[];
}

/** What the court has to decide. Asks the chain again after every block; only remembers what is over. */
export class Docket {
  readonly #commune: Commune;
  readonly #ruled = new Set<bigint>();
  #latest: { block: bigint; open: Promise<OpenDispute[]> } | undefined;

  constructor(commune: Commune) {
    this.#commune = commune;
  }

  async open(): Promise<OpenDispute[]> {
    const block = await this.#commune.publicClient.getBlockNumber({ cacheTime: 0 });
    if (this.#latest?.block === block) return this.#latest.open;
    const open = this.#readAll();
    this.#latest = { block, open };
    open.catch(() => {
      this.#latest = undefined;
    });
    return open;
  }

  async #readAll(): Promise<OpenDispute[]> {
    const { court } = this.#commune.contracts;
    const count = await court.read.disputeCount();
    const open: OpenDispute[] = [];
    for (let disputeId = 1n; disputeId <= count; disputeId++) {
      if (this.#ruled.has(disputeId)) continue;
      const dispute = await this.#read(disputeId);
      if (dispute === undefined) this.#ruled.add(disputeId);
      else open.push(dispute);
    }
    return open;
  }

  async #read(disputeId: bigint): Promise<OpenDispute | undefined> {
    const { court, disputes } = this.#commune.contracts;
    const { lastRound, ruled } = await court.read.disputeOf([disputeId]);
    if (ruled) return undefined;
    const args = [disputeId, BigInt(lastRound)] as const;
    const [caseId, [phase, endsAt], { seedBlock, votes, size }, jury] = await Promise.all([
      disputes.read.caseOfDispute([court.address, disputeId]),
      court.read.phaseOf([disputeId]),
      court.read.roundOf(args),
      court.read.juryOf(args),
    ]);
    const subject = caseId === 0n ? undefined : await disputes.read.caseOf([caseId]);
    return {
      disputeId,
      caseId,
      kind: CASE_KINDS[subject?.kind ?? 0] ?? 'evaluation',
      subject: subject?.subject ?? 0,
      ground: subject?.ground ?? 0,
      phase: COURT_PHASES[phase] ?? 'Final',
      endsAt,
      round: lastRound,
      seedBlock,
      jury,
      ballots: jury.length === 0 ? [] : unpackBallots(votes, size),
    };
  }
}
