import { createReadStream, existsSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';
import { bytes32 } from '../api/scalars.ts';
import { statementSummary, statements as statementsAnswer } from '../api/statements.ts';
import type { Relay } from '../relay.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { App } from '../server/typed.ts';
import { ORDER_FILE_MIME } from './order-file-mime.ts';
import { statementSummaries } from './statement-summaries.ts';
import { statements } from './tables.ts';

const params = z.object({ epoch: z.coerce.number().int().min(0) });

export function statementRoutes(app: App, relay: Relay): void {
  app.get(
    '/statements',
    { schema: { tags: ['statements'], summary: 'All statements, newest first', response: { 200: statementsAnswer } } },
    async () => ({ statements: await statementSummaries(relay) }),
  );

  app.get(
    '/statements/:epoch',
    { schema: { tags: ['statements'], summary: "An epoch's statement", params, response: { 200: statementSummary } } },
    async ({ params: { epoch } }) => {
      const found = (await statementSummaries(relay)).find((summary) => summary.epoch === epoch);
      if (found === undefined) throw new ProblemError('statement-unknown', { epoch });
      return found;
    },
  );

  app.get(
    '/order-files/:digest',
    {
      schema: {
        tags: ['statements'],
        summary: 'An order file by the digest that its statement names on chain; what a mirror serves',
        params: z.object({ digest: bytes32 }),
      },
    },
    async ({ params: { digest } }, reply) => {
      const found = await relay.documents.stat(cidFromDigest(digest));
      if (found?.mime !== ORDER_FILE_MIME) throw new ProblemError('document-unknown');
      return reply
        .type(ORDER_FILE_MIME)
        .headers({ 'content-length': found.size, 'cache-control': 'public, max-age=31536000, immutable' })
        .send(createReadStream(relay.documents.pathOf(digest)));
    },
  );

  app.get(
    '/statements/:epoch/orders',
    { schema: { tags: ['statements'], summary: 'The canonical order file (docs/encoding.md, Order file)', params } },
    async ({ params: { epoch } }, reply) => {
      const [row] = await relay.db.select().from(statements).where(eq(statements.epoch, epoch));
      if (row?.dataDigest == null) throw new ProblemError('statement-unknown', { epoch });
      const path = relay.documents.pathOf(row.dataDigest);
      if (!existsSync(path)) throw new ProblemError('document-unknown');
      return reply.type(ORDER_FILE_MIME).header('etag', `"${row.dataDigest}"`).send(createReadStream(path));
    },
  );
}
