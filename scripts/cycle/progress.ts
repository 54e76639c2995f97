import { SingleBar } from 'cli-progress';
import { formatCount } from './format-number.ts';

/** Tells that `steps` (1 when left out) more steps of the phase are done. */
export type Tick = (steps?: number) => void;

/** Runs the phases of a long job and shows how far they are. */
export interface Progress {
  /**
   * Runs one phase. A terminal shows a bar while it runs; in the end one line says how many steps it took and how long. Whatever
   * `work` throws is passed on.
   *
   * @param total steps expected, 0 when unknown
   */
  phase<T>(name: string, total: number, work: (tick: Tick) => T | Promise<T>): Promise<T>;
}

export interface ProgressOptions {
  /** Prints nothing at all. */
  readonly quiet?: boolean;
  readonly stream?: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

export function createProgress({
  quiet = false,
  stream = process.stdout,
  now = () => performance.now(),
}: ProgressOptions = {}): Progress {
  return {
    async phase(name, total, work) {
      let done = 0;
      const started = now();
      const bar = !quiet && stream.isTTY ? startBar(name, total, stream) : undefined;
      const tick: Tick = (steps = 1) => {
        done += steps;
        bar?.update(done);
      };
      const finish = (outcome: string): void => {
        bar?.stop();
        const seconds = ((now() - started) / 1000).toFixed(1);
        if (!quiet) stream.write(`${name}: ${outcome} in ${seconds} s\n`);
      };
      try {
        const result = await work(tick);
        finish(done === 0 && total === 0 ? 'done' : formatCount(done));
        return result;
      } catch (error) {
        finish(`failed after ${formatCount(done)}`);
        throw error;
      }
    },
  };
}

function startBar(name: string, total: number, stream: NodeJS.WritableStream): SingleBar {
  const format = total > 0 ? `${name} [{bar}] {value}/{total}, {eta_formatted} left` : `${name} {value}`;
  const bar = new SingleBar({ format, stream, clearOnComplete: true, linewrap: true, barsize: 24 });
  bar.start(total, 0);
  return bar;
}
