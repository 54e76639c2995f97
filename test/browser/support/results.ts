import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/checks/tool.ts';

/** What is left of the last run; not committed. */
const RESULTS = join(root, 'test-results');
/** Kept as artefacts. */
export const SCREENSHOTS = join(RESULTS, 'screenshots');
/** What failed journeys looked like. */
export const FAILURES = join(RESULTS, 'failures');

/** Nobody takes pictures of an earlier run for those of this one. */
export function forgetResults(): void {
  for (const folder of [SCREENSHOTS, FAILURES]) rmSync(folder, { recursive: true, force: true });
}
