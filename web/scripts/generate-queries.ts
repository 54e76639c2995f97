// Writes web/generated/{gql,graphql}.ts: types of every graphql(`…`) in web/, against subgraph/api.graphql. `npm run codegen` does it
// by hand; Vite and `npm run check` do it by themselves. Without a change since the last time it takes milliseconds.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const STAMP = join(root, 'web', 'generated', 'queries.hash');
const RESULT = join(root, 'web', 'generated', 'graphql.ts');
const INPUTS = ['subgraph/api.graphql', 'web/codegen.ts', 'node_modules/@graphql-codegen/client-preset/package.json'];

/** @throws Error with file and reason when a query does not fit the schema. */
export async function generateQueries(): Promise<void> {
  const hash = hashOfInputs();
  if (existsSync(RESULT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  // Slow to load, and rarely needed.
  const [{ generate }, { queries }] = await Promise.all([import('@graphql-codegen/cli'), import('../codegen.ts')]);
  await generate({ ...queries, cwd: root, silent: true, errorsOnly: true }, true);
  writeFileSync(STAMP, hash);
}

function hashOfInputs(): string {
  const hash = createHash('sha256');
  for (const file of INPUTS) hash.update(readFileSync(join(root, file)));
  for (const file of globSync('web/{app,features,shared}/**/*.{ts,tsx}', { cwd: root }).sort()) {
    const text = readFileSync(join(root, file), 'utf8');
    if (text.includes('graphql(')) hash.update(text);
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  try {
    await generateQueries();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
