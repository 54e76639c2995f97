// Writes subgraph/api.graphql, which types the web's queries: `node subgraph/dump-api.ts [URL]` while `npm start` runs.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readApiSchema } from './tools/api-schema.ts';
import { runCommand } from './tools/run-command.ts';

const DEFAULT_URL = 'http://127.0.0.1:8000/subgraphs/name/subgraph-0';

await runCommand(async () => {
  const [url = DEFAULT_URL] = process.argv.slice(2);
  writeFileSync(join(import.meta.dirname, 'api.graphql'), await readApiSchema(url));
});
