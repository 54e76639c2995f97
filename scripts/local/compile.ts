import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../checks/tool.ts';
import { PlainError } from './plain-error.ts';

const HARDHAT = join(root, 'node_modules', 'hardhat', 'dist', 'src', 'cli.js');
const HEARTBEAT_MS = 10_000;
const windows = process.platform === 'win32';

/**
 * Compiles the contracts; quick when nothing has changed.
 *
 * @param say hears every ten seconds that it goes on
 * @param signal ends the compiler and the processes that it started
 */
export async function compile(say: (text: string) => void, signal: AbortSignal): Promise<void> {
  // A process group of its own can be ended as a whole.
  const child = spawn(process.execPath, [HARDHAT, 'build', '--no-tests'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !windows,
  });
  const stop = () => end(child);
  signal.addEventListener('abort', stop);
  const heartbeat = setInterval(
    () => say('still compiling the contracts; the first time takes a minute or two ...'),
    HEARTBEAT_MS,
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number>((done) => {
    child.once('close', (status) => done(status ?? 1)).once('error', () => done(1));
  });
  clearInterval(heartbeat);
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (code !== 0) throw new PlainError(`The contracts do not compile:\n\n${output.trim()}`);
}

function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (windows) child.kill();
  else process.kill(-child.pid, 'SIGKILL');
}
