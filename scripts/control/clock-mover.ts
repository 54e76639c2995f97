import type { Address } from 'viem';
import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import type { OpenProposal } from '../residents/agenda.ts';
import type { OpenDispute } from '../residents/docket.ts';
import type { ClockRequest } from './api.ts';
import { ControlProblem } from './control-problem.ts';
import { comingUp, deadlinesOf, haltAt, newDuty, type VisitorDuty } from './court-calendar.ts';
import { phaseAt, stopsUntil } from './phase.ts';
import { steps } from './steps.ts';
import { turnsOf } from './vote-calendar.ts';

/** What moving the clock sets in motion. */
export interface MovingParts {
  readonly clock: EpochClock;
  /** Time of the chain's latest block. */
  now(): Promise<number>;
  /** Mines a block at a time. */
  advance(time: number): Promise<void>;
  /** The relay does what is due. */
  tick(): Promise<void>;
  /** Residents do what is due, but for the one whose place a visitor has taken; gives how many things they did. */
  live(visitor: Address | null): Promise<number>;
  /** Only jurors do what is due. */
  judge(visitor: Address | null): Promise<number>;
  /** What the court has to decide. */
  docket(): Promise<readonly OpenDispute[]>;
  /** What the commune has to decide. */
  agenda(): Promise<readonly OpenProposal[]>;
  /** What somebody has to do as a juror, and what he can vote on. */
  duties(visitor: Address): Promise<readonly VisitorDuty[]>;
  /** The index has the latest block. */
  indexed(): Promise<void>;
  /** Hears of an error with everything about it. */
  failed(error: unknown): void;
}

const DAY = 24 * 60 * 60;
/** Half a year of weekly epochs. */
const MOST_EPOCHS = 26;
/** A jury is drawn, votes and opens its votes with the relay's help in four. */
const MOST_TURNS = 8;

/** Moves the clock of a local chain, one move at a time, from stop to stop; at each one everybody does what is due. */
export class ClockMover {
  step: Localized | null = null;
  error: string | null = null;
  /** Why the last move stopped early: a visitor has something to do that would be too late. */
  halted: Localized | null = null;
  readonly #parts: MovingParts;
  readonly #ending = new AbortController();
  #move: Promise<void> | null = null;

  constructor(parts: MovingParts) {
    this.#parts = parts;
  }

  get busy(): boolean {
    return this.#move !== null;
  }

  /**
   * Begins a move and answers at once; {@link settled} waits for its end.
   *
   * @param visitor whose place the visitor has taken: nobody acts for him, and no window of his opens and closes again unseen
   * @throws {ControlProblem} while another one is under way, or when the time is not ahead
   */
  async begin(to: ClockRequest['to'], visitor: Address | null = null): Promise<void> {
    this.#claim();
    const { clock, now, docket, agenda } = this.#parts;
    const time = await now();
    const target =
      to === 'next-step' ? comingUp(clock, time, await docket(), await agenda()).at : targetOf(clock, time, to);
    checkTarget(clock, time, target);
    this.#claim();
    this.error = null;
    this.halted = null;
    this.#move = this.#run(time, target, visitor).finally(() => {
      this.#move = null;
      this.step = null;
    });
  }

  /** Resolves when nothing moves. Errors of the move are in {@link error}. */
  async settled(): Promise<void> {
    await this.#move;
  }

  /** Stops at the next stop and waits for it. */
  async close(): Promise<void> {
    this.#ending.abort();
    await this.#move;
  }

  #claim(): void {
    if (this.busy)
      throw new ControlProblem('clock-busy', 'Wait until the clock stands still; GET /local/state says so.');
  }

  async #run(from: number, target: number, visitor: Address | null): Promise<void> {
    try {
      let duties = await this.#dutiesOf(visitor);
      // What visitors did since the last move comes first: an order has to be paid before its reservation expires.
      await this.#act(from, visitor);
      duties = await this.#watch(duties, visitor);
      for (let time = from; time < target && this.halted === null; ) {
        if (this.#ending.signal.aborted) return;
        time = await this.#nextStop(time, target);
        this.step = this.#describe(steps.moving, time);
        await this.#parts.advance(time);
        await this.#act(time, visitor);
        duties = await this.#watch(duties, visitor);
      }
      this.step = steps.index();
      await this.#parts.indexed();
    } catch (error) {
      this.error = error instanceof Error ? error.message : String(error);
      this.#parts.failed(error);
    }
  }

  /** Deadlines of the court and of decisions are asked for again at every stop: what happens at one sets others. */
  async #nextStop(time: number, target: number): Promise<number> {
    const { clock, docket, agenda } = this.#parts;
    const [stop = target] = stopsUntil(clock, time, target);
    return Math.min(stop, ...deadlinesOf(await docket(), time), ...turnsOf(await agenda(), time));
  }

  /** Relay and residents, then relay and jurors take turns until nobody has anything to do: a jury has to be drawn before it votes. */
  async #act(time: number, visitor: Address | null): Promise<void> {
    await this.#tick(time);
    this.step = this.#describe(steps.residents, time);
    let deeds = await this.#parts.live(visitor);
    // What nobody did leaves the relay nothing to do.
    for (let turn = 0; deeds > 0 && turn < MOST_TURNS; turn++) {
      await this.#tick(time);
      deeds = await this.#parts.judge(visitor);
    }
  }

  /** Whether something has come up for the visitor since the last stop, by what was done or by the time alone. */
  async #watch(known: readonly VisitorDuty[], visitor: Address | null): Promise<readonly VisitorDuty[]> {
    const duties = await this.#dutiesOf(visitor);
    const duty = newDuty(known, duties);
    if (duty !== undefined) this.halted = haltAt(duty);
    return duties;
  }

  async #tick(time: number): Promise<void> {
    this.step = this.#describe(steps.relay, time);
    await this.#parts.tick();
  }

  async #dutiesOf(visitor: Address | null): Promise<readonly VisitorDuty[]> {
    return visitor === null ? [] : this.#parts.duties(visitor);
  }

  #describe(text: (epoch: number, day: number) => Localized, time: number): Localized {
    const { genesis, epochLength } = this.#parts.clock;
    const age = (time - genesis) % epochLength;
    return text(Math.floor((time - genesis) / epochLength), Math.floor(age / DAY) + 1);
  }
}

function targetOf(clock: EpochClock, now: number, to: Exclude<ClockRequest['to'], 'next-step'>): number {
  if (typeof to === 'number') return to;
  const { phase, nextPhaseAt } = phaseAt(clock, now);
  if (to === 'next-phase' || phase === 'second') return nextPhaseAt;
  return phaseAt(clock, nextPhaseAt).nextPhaseAt;
}

function checkTarget({ epochLength }: EpochClock, now: number, target: number): void {
  if (target <= now)
    throw new ControlProblem('clock-backward', `It is ${now} on the chain; choose a later time than that.`);
  if (target > now + MOST_EPOCHS * epochLength) {
    throw new ControlProblem(
      'clock-too-far',
      `Go at most ${MOST_EPOCHS} epochs at once, up to ${now + MOST_EPOCHS * epochLength}.`,
    );
  }
}
