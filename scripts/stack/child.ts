import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Guardian } from './guardian.ts';
import { signalGroup } from './signal-group.ts';

export interface ChildSpec {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Who it runs as; by default who we are. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** What it writes is appended here. */
  readonly logFile: string;
  /** What ends it in good order. */
  readonly stopSignal: 'SIGINT' | 'SIGTERM';
}

const PATIENCE_MS = 8_000;
const TAIL_LINES = 15;

/** A child process in a group of its own, so that signals of the terminal do not reach it. */
export class Child {
  readonly #process: ChildProcess;
  /** Resolves when it has ended, with a word on how. */
  readonly ended: Promise<string>;
  readonly #spec: ChildSpec;
  #isRunning = true;

  constructor(spec: ChildSpec, guardian: Guardian) {
    this.#spec = spec;
    mkdirSync(dirname(spec.logFile), { recursive: true });
    appendFileSync(spec.logFile, `\n──── ${new Date().toISOString()} ────\n`);
    const log = openSync(spec.logFile, 'a');
    const child = spawn(spec.command, spec.args, {
      cwd: spec.cwd,
      env: spec.env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', log, log],
      ...spec.user,
    });
    closeSync(log);
    this.#process = child;
    const { pid } = child;
    if (pid !== undefined) guardian.watch(pid, spec.stopSignal);
    this.ended = new Promise((done) => {
      child.once('error', (error) => done(error.message));
      child.once('exit', (code, signal) => done(signal ?? `code ${code}`));
    }).then((how) => {
      this.#isRunning = false;
      if (pid !== undefined) guardian.forget(pid);
      return String(how);
    });
  }

  get pid(): number | undefined {
    return this.#isRunning ? this.#process.pid : undefined;
  }

  kill(signal: NodeJS.Signals): void {
    if (this.pid !== undefined) signalGroup(this.pid, signal);
  }

  /** Ends it in good order, and by force when that takes too long. */
  async stop(): Promise<void> {
    this.kill(this.#spec.stopSignal);
    const cancel = new AbortController();
    const late = sleep(PATIENCE_MS, true, { signal: cancel.signal }).catch(() => false);
    if (await Promise.race([late, this.ended.then(() => false)])) this.kill('SIGKILL');
    cancel.abort();
    await this.ended;
  }
}

/** The last lines of a log. */
export function tailOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  } catch {
    return '';
  }
}
