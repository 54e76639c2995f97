import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export interface Outcome {
  /** Exit code; 1 when a signal ended the tool or it could not be started. */
  code: number;
  /** What it wrote to its standard output, which was passed on as it came. */
  output: string;
}

/** Runs a command, such as one from node_modules/.bin, from the project's root. */
export async function runTool(command: string, args: string[] = []): Promise<Outcome> {
  const windows = process.platform === 'win32';
  const child = spawn(command, windows ? args.map((arg) => `"${arg}"`) : args, {
    cwd: root,
    env: {
      ...process.env,
      PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH,
      // A pipe is no terminal, but what comes out of it is shown on ours.
      ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
    },
    shell: windows, // there the commands in .bin are scripts for cmd.exe
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop).once('SIGINT', stop);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const code = await new Promise<number>((done) => {
    child.once('close', (status) => done(status ?? 1)).once('error', (error) => done(report(error)));
  });
  process.off('SIGTERM', stop).off('SIGINT', stop);
  return { code, output };
}

function report(error: Error): number {
  console.error(error.message);
  return 1;
}
