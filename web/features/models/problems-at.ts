import type { Problem } from '../../../protocol/documents/quality-model/problem.ts';

/** Problems of exactly one field. */
export function problemsAt(problems: readonly Problem[], path: string): Problem[] {
  return problems.filter((problem) => problem.path === path);
}

/** Problems of a field and everything in it. */
export function problemsWithin(problems: readonly Problem[], path: string): Problem[] {
  return problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}/`));
}
