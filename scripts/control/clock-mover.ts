import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import type { ClockRequest } from './api.ts';
import { ControlProblem } from './control-problem.ts';
import { phaseAt, stopsUntil } from './phase.ts';
import { steps } from './steps.ts';

/** What moving the clock sets in motion. */
export interface MovingParts {
  readonly clock: EpochClock;
  /** Time of the chain's latest block. */
  now(): Promise<number>;
  /** Mines a block at a time. */
  advance(time: number): Promise<void>;
  /** The relay does what is due. */
  tick(): Promise<void>;
  /** Residents do what is due; gives how many things they did. */
  live(): Promise<number>;
  /** The index has the latest block. */
  indexed(): Promise<void>;
  /** Hears of an error with everything about it. */
  failed(error: unknown): void;
}

const DAY = 24 * 60 * 60;
/** Half a year of weekly epochs. */
const MOST_EPOCHS = 26;

/** Moves the clock of a local chain, one move at a time, from stop to stop; at each one everybody does what is due. */
export class ClockMover {
  step: Localized | null = null;
  error: string | null = null;
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
   * @throws {ControlProblem} while another one is under way, or when the time is not ahead
   */
  async begin(to: ClockRequest['to']): Promise<void> {
    this.#claim();
    const { clock, now } = this.#parts;
    const time = await now();
    const target = targetOf(clock, time, to);
    checkTarget(clock, time, target);
    this.#claim();
    this.error = null;
    this.#move = this.#run(time, target).finally(() => {
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

  async #run(from: number, target: number): Promise<void> {
    try {
      // What visitors did since the last move comes first: an order has to be paid before its reservation expires.
      await this.#act(from);
      for (const stop of stopsUntil(this.#parts.clock, from, target)) {
        if (this.#ending.signal.aborted) return;
        this.step = this.#describe(steps.moving, stop);
        await this.#parts.advance(stop);
        await this.#act(stop);
      }
      this.step = steps.index();
      await this.#parts.indexed();
    } catch (error) {
      this.error = error instanceof Error ? error.message : String(error);
      this.#parts.failed(error);
    }
  }

  async #act(time: number): Promise<void> {
    this.step = this.#describe(steps.relay, time);
    await this.#parts.tick();
    this.step = this.#describe(steps.residents, time);
    // What nobody did leaves the relay nothing to do.
    if ((await this.#parts.live()) === 0) return;
    this.step = this.#describe(steps.relay, time);
    await this.#parts.tick();
  }

  #describe(text: (epoch: number, day: number) => Localized, time: number): Localized {
    const { genesis, epochLength } = this.#parts.clock;
    const age = (time - genesis) % epochLength;
    return text(Math.floor((time - genesis) / epochLength), Math.floor(age / DAY) + 1);
  }
}

function targetOf(clock: EpochClock, now: number, to: ClockRequest['to']): number {
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
