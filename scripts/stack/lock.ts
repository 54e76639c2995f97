import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../local/plain-error.ts';
import { isAlive } from './signal-group.ts';

/**
 * Takes a data folder for this process; two stacks in one folder would destroy each other's world.
 *
 * @returns how to give it back
 * @throws {PlainError} when a living process has it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  for (;;) {
    try {
      writeFileSync(file, identity(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readFileSync(file, 'utf8');
    const pid = Number(holder.split(' ')[0]);
    if (pid > 0 && pid !== process.pid && isAlive(pid) && identity(pid) === holder) {
      throw new PlainError(
        `Another npm start (process ${pid}) is using ${folder}; end it, or give this one a folder and ports of its own with --data, --port ...
另一个 npm start（进程 ${pid}）正在使用 ${folder}；请先结束它，或用 --data、--port 等为本次启动另选目录与端口。`,
      );
    }
    rmSync(file, { force: true });
  }
}

/** Tells a process from a later one that got the same number, where the system says when it began. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name in brackets, which may hold blanks, the start time is the 20th field.
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return String(pid);
  }
}
