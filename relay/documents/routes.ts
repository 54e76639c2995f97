import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { digestFromCid } from '../../protocol/documents/digest-from-cid.ts';
import { stored } from '../api/documents.ts';
import type { Relay } from '../relay.ts';
import { rate } from '../server/limits.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { App } from '../server/typed.ts';
import { requireSession } from '../sessions/require-session.ts';
import { MIME_TYPES } from './sniff.ts';
import { MAX_DOCUMENT_BYTES, upload } from './upload.ts';

const UPLOADS_PER_MINUTE = 60;

export function documentRoutes(app: App, relay: Relay): void {
  // Bytes as they came: their hash is their name.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    [...MIME_TYPES],
    { parseAs: 'buffer', bodyLimit: MAX_DOCUMENT_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.post(
    '/documents',
    {
      bodyLimit: MAX_DOCUMENT_BYTES,
      config: { rateLimit: rate(UPLOADS_PER_MINUTE, relay.config.local) },
      // Nobody who is not signed in makes the relay read five megabytes.
      preParsing: async (request, _reply, payload) => {
        await requireSession(relay, request);
        return payload;
      },
      schema: {
        tags: ['documents'],
        summary: 'Store a document; the body is its bytes',
        consumes: [...MIME_TYPES],
        response: { 201: stored },
      },
    },
    async (request, reply) => {
      const { account } = await requireSession(relay, request);
      const mime = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
      if (!Buffer.isBuffer(request.body)) throw new ProblemError('document-kind');
      return reply.code(201).send(await upload(relay, account, request.body, mime));
    },
  );

  app.get(
    '/documents/:cid',
    {
      schema: {
        tags: ['documents'],
        summary: 'The bytes of a document; check them against the CID',
        params: z.object({ cid: z.string().max(100) }),
      },
    },
    async (request, reply) => {
      const { cid } = request.params;
      const digest = parseCid(cid);
      const found = await relay.documents.stat(cid);
      if (found === null) throw new ProblemError('document-unknown');
      return reply
        .headers({
          'content-type': found.mime.startsWith('text/') ? `${found.mime}; charset=utf-8` : found.mime,
          'content-length': found.size,
          'cache-control': 'public, max-age=31536000, immutable',
          etag: `"${cid}"`,
          // Whoever uploaded it: it must not run as a page of this origin.
          'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
        })
        .send(createReadStream(relay.documents.pathOf(digest)));
    },
  );
}

/** @throws ProblemError `cid-invalid` */
export function parseCid(cid: string) {
  try {
    return digestFromCid(cid);
  } catch {
    throw new ProblemError('cid-invalid');
  }
}
