import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** Keeps a process that ends the children if this one dies without having done so. */
export class Guardian {
  readonly #process: ChildProcess;

  constructor() {
    this.#process = spawn(process.execPath, [join(import.meta.dirname, 'guard.ts')], {
      detached: true, // out of reach of the terminal's signals
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#process.unref();
    this.#process.stdin?.on('error', () => {}); // without it children are merely unguarded
  }

  watch(pid: number, signal: NodeJS.Signals): void {
    this.#process.stdin?.write(`+${pid} ${signal}\n`);
  }

  forget(pid: number): void {
    this.#process.stdin?.write(`-${pid}\n`);
  }

  /** Lets the guard go; it ends whatever it still watches. */
  async close(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = new Promise((done) => this.#process.once('exit', done));
    this.#process.ref();
    this.#process.stdin?.end();
    await ended;
  }
}
