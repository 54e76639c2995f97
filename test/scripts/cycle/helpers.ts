import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path of a file in test/fixtures/orders. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/orders/${name}`, import.meta.url));
}

/** Runs `use` with a file of that content, which is gone afterwards. */
export async function withFile<T>(content: string | Uint8Array, use: (file: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'cycle-'));
  try {
    const file = join(directory, 'given.csv');
    writeFileSync(file, content);
    return await use(file);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** What the promise is rejected with; fails when it is not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const [outcome] = await Promise.allSettled([promise]);
  if (outcome?.status !== 'rejected') throw new Error('Expected a rejection');
  return outcome.reason;
}

/** What the function throws; fails when it does not. */
export function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('Expected an exception');
}
