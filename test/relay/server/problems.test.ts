import { expect } from 'chai';
import { problem } from '../../../relay/api/problem.ts';
import { PROBLEMS, problemSentence } from '../../../relay/api/problem-codes.ts';
import { ConfigError, readConfig } from '../../../relay/config.ts';
import { orders } from '../../../relay/orders/tables.ts';
import { describeError } from '../../../relay/server/describe-error.ts';
import { openTestServer, placeTestOrder, stockTestLot, type TestServer } from '../../support/relay-server.ts';
import { openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';

const KEY = `0x${'11'.repeat(32)}`;
const ENVIRONMENT = {
  RELAY_DATABASE_URL: 'postgres://relay:relay@127.0.0.1:5432/relay',
  RELAY_RPC_URL: 'http://127.0.0.1:8545',
  RELAY_OPERATOR_KEY: KEY,
  RELAY_SIGNER_KEY: KEY,
  RELAY_DEPLOYMENT: 'deployment.json',
  RELAY_DATA_DIR: 'data',
};

describe('the server', function () {
  this.timeout(60_000);
  let world: RelayWorld;
  let server: TestServer;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world, { RELAY_KEY: 'a key of sixteen and more' });
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  it('answers every refusal with an RFC 9457 problem that carries the request id', async () => {
    const refusals = [
      await server.ask({ method: 'GET', url: '/nothing/here' }),
      await server.ask({ method: 'GET', url: '/catalogue?limit=many' }),
      await server.ask({
        method: 'POST',
        url: '/auth/session',
        headers: { 'content-type': 'application/json' },
        payload: '{',
      }),
      await server.ask({
        method: 'POST',
        url: '/auth/session',
        headers: { 'content-type': 'text/plain' },
        payload: 'x',
      }),
      await server.ask({
        method: 'POST',
        url: '/auth/session',
        payload: { message: 'x'.repeat(70_000), signature: '0x00' },
      }),
      await server.ask({
        method: 'GET',
        url: '/orders',
        headers: { authorization: 'Bearer nonsense-nonsense-nonsense' },
      }),
    ];
    const codes = refusals.map(({ status, body, headers }) => {
      expect(headers['content-type']).to.match(/^application\/problem\+json/);
      expect(problem.parse(body).requestId).to.equal(headers['x-request-id']);
      expect(body.type).to.equal(`urn:commune:problem:${body.code}`);
      expect(body.status).to.equal(status);
      return `${status} ${body.code}`;
    });
    expect(codes).to.deep.equal([
      '404 route-unknown',
      '400 validation-failed',
      '400 body-unreadable',
      '415 media-type',
      '413 body-too-large',
      '401 session-required',
    ]);
    expect(refusals[1]?.body.detail).to.include('querystring.limit');
  });

  it('has a sentence in Chinese and English for every code', () => {
    for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
      const { 'zh-Hans': chinese, en, status } = PROBLEMS[code];
      expect(chinese, code).to.match(/[。]$/);
      expect(en, code).to.match(/\.$/);
      expect(status).to.be.within(400, 599);
      const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
      expect(names(chinese), code).to.deep.equal(names(en));
    }
    expect(problemSentence('stock-exhausted', 'zh-Hans', { available: 3 })).to.equal('库存不足：还剩 3 件。');
  });

  it('describes itself as OpenAPI 3.1, every route with a summary', async () => {
    const { body } = await server.ask<{
      openapi: string;
      paths: Record<string, Record<string, { summary?: string; tags?: string[] }>>;
    }>({ method: 'GET', url: '/docs/json' });
    expect(body.openapi).to.equal('3.1.0');
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => ({ name: `${method} ${path}`, route })),
    );
    const names = routes.map(({ name }) => name);
    for (const name of ['post /orders', 'put /catalogue/{lotId}/price', 'post /webhooks/{provider}', 'get /receipts']) {
      expect(names).to.include(name);
    }
    for (const { name, route } of routes) expect(route.tags, name).to.not.equal(undefined);
    expect(names.filter((name) => name.includes('test-provider'))).to.deep.equal([]);
    const page = await server.app.inject({ method: 'GET', url: '/docs/' });
    expect(page.headers['content-type']).to.include('text/html');
  });

  it('says how it is: health, readiness, metrics', async () => {
    await server.tick();
    for (const url of ['/health', '/ready']) {
      const { status, body } = await server.ask<Record<string, unknown>>({ method: 'GET', url });
      expect(status).to.equal(200);
      expect(body).to.include({ status: 'ok', database: true, chain: true, platformId: 1 });
      expect(body.syncedBlock).to.equal(body.headBlock);
    }
    const { body } = await server.ask<string>({ method: 'GET', url: '/metrics' });
    expect(body).to.match(/relay_http_request_seconds_count\{method="GET",route="\/ready",status="200"\} 1/);
    expect(body).to.include('relay_process_cpu_seconds_total');
  });

  it('protects browsers: headers, and which sites may call', async () => {
    const answer = await server.app.inject({
      method: 'GET',
      url: '/health',
      headers: { origin: 'https://shop.example' },
    });
    expect(answer.headers).to.include({ 'x-content-type-options': 'nosniff' });
    expect(answer.headers['strict-transport-security']).to.be.a('string');
    const strict = await openTestServer(world, { RELAY_LOCAL: 'false' });
    const allowed = async (origin: string) => {
      const { headers } = await strict.app.inject({ method: 'GET', url: '/health', headers: { origin } });
      return headers['access-control-allow-origin'];
    };
    expect(await allowed('https://shop.example')).to.equal('https://shop.example');
    expect(await allowed('https://evil.example')).to.equal(undefined);
    expect((await strict.ask({ method: 'POST', url: '/test-provider/payments', payload: {} })).body.code).to.equal(
      'route-unknown',
    );
    await strict.close();
  });

  it('lets tools with the key in, and nobody with another one', async () => {
    const list = (key: string) => server.ask({ method: 'GET', url: '/admin/orders', headers: { 'x-relay-key': key } });
    expect((await list('a key of sixteen and more')).status).to.equal(200);
    expect((await list('a key of sixteen and mor')).status).to.equal(401);
    expect((await list('')).status).to.equal(401);
  });

  it('keeps what a client sent out of logs, also when the database refuses it', async () => {
    const lotId = await stockTestLot(world, server);
    const as = await server.signIn();
    const { orderId } = await placeTestOrder(server, as, lotId);
    const delivery = { recipient: 'Secret Name', address: 'Secret Street', country: 'CN' };
    const error = await server.relay.db
      .update(orders)
      .set({ delivery, refundedQuantity: 99 })
      .catch((reason: unknown) => reason);
    expect(String(error)).to.include('Secret');
    const described = JSON.stringify(describeError(error));
    expect(described).to.include('23514').and.to.include('orders_refunded');
    expect(described).to.not.include('Secret').and.to.not.include(orderId);
  });

  it('says which variable of its environment is wrong', () => {
    expect(readConfig(ENVIRONMENT)).to.include({
      port: 3001,
      local: false,
      returnWindow: 604_800,
      publicUrl: 'http://127.0.0.1:3001',
    });
    expect(readConfig({ ...ENVIRONMENT, RELAY_LOCAL: 'true' }).returnWindow).to.equal(172_800);
    const wrong = (changes: Record<string, string>) => () => readConfig({ ...ENVIRONMENT, ...changes });
    expect(() => readConfig({})).to.throw(ConfigError, 'RELAY_DATABASE_URL');
    expect(wrong({ RELAY_OPERATOR_KEY: '0x12' })).to.throw(ConfigError, 'RELAY_OPERATOR_KEY: must be a private key');
    expect(wrong({ RELAY_PORT: '99999' })).to.throw(ConfigError, 'RELAY_PORT');
    expect(wrong({ STRIPE_SECRET_KEY: 'sk' })).to.throw(ConfigError, 'STRIPE_WEBHOOK_SECRET');
    expect(wrong({ RELAY_OPERATOR_KEY: '0x12' })).to.not.throw('0x12');
  });
});
