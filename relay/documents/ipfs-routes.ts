import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { digestFromCid } from '../../protocol/documents/digest-from-cid.ts';
import type { Relay } from '../relay.ts';
import { rate } from '../server/limits.ts';
import type { App } from '../server/typed.ts';

const BLOCKS_PER_MINUTE = 6_000;
/** CIDv1 of nothing at all: graph-node asks a gateway for it to see whether it is one. */
const EMPTY_CID = 'bafkqaaa';

/**
 * As much of the IPFS HTTP API as graph-node uses (`version`, `cat`, `block/get`) and of a gateway (`/ipfs/:cid`), over the store's own
 * blocks. Errors have Kubo's form, which is what its clients read.
 */
export function ipfsRoutes(app: App, { documents, config }: Relay): void {
  // An index that catches up reads everything at once.
  const limits = { rateLimit: rate(BLOCKS_PER_MINUTE, config.local) };
  const hidden = { config: limits, schema: { hide: true } };
  // Clients send no body, some of them with a content type.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null, undefined));

  app.post('/api/v0/version', hidden, async () => ({ Version: '0.0.0', Commit: '', Repo: '', System: '', Golang: '' }));

  const query = z.object({ arg: z.string().max(200) });
  for (const name of ['cat', 'block/get']) {
    app.post(
      `/api/v0/${name}`,
      { config: limits, schema: { hide: true, querystring: query } },
      async (request, reply) => {
        const block = await find(request.query.arg);
        if (block === null) return reply.code(500).send({ Message: 'block was not found', Code: 0, Type: 'error' });
        return reply
          .headers({ 'content-type': 'application/octet-stream', 'content-length': block.size })
          .send(block.open());
      },
    );
  }
  for (const name of ['block/stat', 'files/stat']) {
    app.post(
      `/api/v0/${name}`,
      { config: limits, schema: { hide: true, querystring: query } },
      async (request, reply) => {
        const block = await find(request.query.arg);
        if (block === null) return reply.code(500).send({ Message: 'block was not found', Code: 0, Type: 'error' });
        const { cid, size } = block;
        return name === 'block/stat'
          ? { Key: cid, Size: size }
          : { Hash: cid, Size: size, CumulativeSize: size, Blocks: 0, Type: 'file' };
      },
    );
  }

  app.get(
    '/ipfs/:cid',
    { config: limits, schema: { hide: true, params: z.object({ cid: z.string().max(200) }) } },
    async (request, reply) => {
      const { cid } = request.params;
      if (cid === EMPTY_CID) return reply.type('application/octet-stream').send('');
      const block = await find(cid);
      if (block === null) return reply.callNotFound();
      return reply
        .headers({
          'content-type': 'application/octet-stream',
          'content-length': block.size,
          'cache-control': 'public, max-age=31536000, immutable',
        })
        .send(block.open());
    },
  );

  async function find(path: string) {
    const cid = path.replace(/^\/ipfs\//, '');
    try {
      const digest = digestFromCid(cid);
      const found = await documents.stat(cid);
      return found === null ? null : { cid, size: found.size, open: () => createReadStream(documents.pathOf(digest)) };
    } catch {
      return null;
    }
  }
}
