import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../signal-group.ts';

const PATIENCE_MS = 8_000;
const STEP_MS = 100;

/** Ends a server that an earlier start left running on these files: two at once would not do. */
export async function endStranded(data: string): Promise<void> {
  const pid = Number(readPid(data));
  if (!(pid > 1) || !isAlive(pid) || !commandOf(pid).includes(data)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < PATIENCE_MS && isAlive(pid); waited += STEP_MS) await sleep(STEP_MS);
}

function readPid(data: string): string | undefined {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0];
  } catch {
    return undefined;
  }
}

/** The number may belong to another program by now. */
function commandOf(pid: number): string {
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
