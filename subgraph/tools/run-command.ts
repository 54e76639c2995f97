import { SubgraphError } from './subgraph-error.ts';

/** Runs what a command does; what the user can mend is said without a stack trace. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isPlain =
      error instanceof SubgraphError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
    console.error(isPlain ? (error as Error).message : error);
    process.exitCode = 1;
  }
}
