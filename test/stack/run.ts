import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../scripts/checks/tool.ts';

const SCRIPT = join(root, 'scripts', 'start.ts');
const STEP_MS = 50;

/** A run of `npm start`'s script with what it has written so far. */
export class Run {
  output = '';
  readonly child: ChildProcess;
  readonly #ended: Promise<number | null>;

  constructor(...args: string[]) {
    // Not in the terminal's process group: what reaches the children must come from the script.
    this.child = spawn(process.execPath, [SCRIPT, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    this.#ended = once(this.child, 'exit').then(([code]) => code);
  }

  /** Resolves with the text that follows once it has said this. */
  async saying(text: string, after = 0): Promise<number> {
    for (;;) {
      const found = this.output.indexOf(text, after);
      if (found >= 0) return found + text.length;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`ended without saying "${text}":\n${this.output}`);
      }
      await sleep(STEP_MS);
    }
  }

  /** Exit code. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Ends it for sure: for the end of a test, whatever became of it. */
  async dispose(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    await this.#ended;
  }
}

/** Process ids of everything that a process has started and that still runs. */
export function descendantsOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const found = [pid];
  for (const parent of found) {
    for (const [child, itsParent] of pairs) if (itsParent === parent) found.push(child);
  }
  return found.slice(1);
}

/** Those of the processes that still do something; a zombie does not. */
export function runningOf(pids: readonly number[]): number[] {
  if (pids.length === 0) return [];
  const { stdout } = spawnSync('ps', ['-o', 'pid=,stat=', '-p', pids.join(',')], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([pid, state = 'Z']) => pid !== '' && !state.startsWith('Z'))
    .map(([pid]) => Number(pid));
}

/** Waits until none of the processes runs; gives those that still do after `ms`. */
export async function leftAfter(pids: readonly number[], ms: number): Promise<number[]> {
  for (let waited = 0; waited < ms; waited += STEP_MS) {
    if (runningOf(pids).length === 0) return [];
    await sleep(STEP_MS);
  }
  return runningOf(pids);
}
