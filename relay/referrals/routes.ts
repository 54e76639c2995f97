import { z } from 'zod';
import { clicked, clickRequest, grantRequest, link, links } from '../api/referrals.ts';
import type { Relay } from '../relay.ts';
import { rate } from '../server/limits.ts';
import { ProblemError } from '../server/problem-error.ts';
import type { App } from '../server/typed.ts';
import { requireSession } from '../sessions/require-session.ts';
import { grantLink, linksOf, revokeLink } from './grant-link.ts';
import { recordClick } from './record-click.ts';

const CLICKS_PER_MINUTE = 30;
const params = z.object({ code: z.string().max(40) });

export function referralRoutes(app: App, relay: Relay): void {
  const tags = ['referrals'];

  app.post(
    '/referrals/grants',
    { schema: { tags, summary: 'Turn a signed grant into a link', body: grantRequest, response: { 201: link } } },
    async (request, reply) => {
      const { account } = await requireSession(relay, request);
      const code = await grantLink(relay, account, request.body.grant, request.body.signature);
      const [made] = await linksOf(relay, account, code);
      // The same grant was revoked before: it stays so.
      if (made === undefined) throw new ProblemError('referral-unknown');
      return reply.code(201).send(made);
    },
  );
  app.get(
    '/referrals/grants',
    { schema: { tags, summary: "The account's links", response: { 200: links } } },
    async (request) => {
      const { account } = await requireSession(relay, request);
      return { links: await linksOf(relay, account) };
    },
  );
  app.delete(
    '/referrals/grants/:code',
    { schema: { tags, summary: 'Revoke a link', params, response: { 204: z.null() } } },
    async (request, reply) => {
      const { account } = await requireSession(relay, request);
      await revokeLink(relay, account, request.params.code);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/referrals/:code/clicks',
    {
      config: { rateLimit: rate(CLICKS_PER_MINUTE, relay.config.local) },
      schema: { tags, summary: 'A browser followed a link', params, body: clickRequest, response: { 200: clicked } },
    },
    (request) => recordClick(relay, request.params.code, request.body.visitorId),
  );
}
