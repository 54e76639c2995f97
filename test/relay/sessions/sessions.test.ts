import { expect } from 'chai';
import { eq } from 'drizzle-orm';
import type { Hex } from 'viem';
import type { createSiweMessage } from 'viem/siwe';
import { forgetExpired } from '../../../relay/sessions/sign-in.ts';
import { sessions, signInNonces } from '../../../relay/sessions/tables.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import { openTestServer, siweMessage, type TestServer } from '../../support/relay-server.ts';
import { openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';

/** A contract account: `isValidSignature` answers the magic value whatever it is asked. */
const AGREEABLE_WALLET: Hex = `0x7f1626ba7e${'00'.repeat(28)}60005260206000f3`;
const WALLET: Hex = `0x${'c0'.repeat(20)}`;

describe('sessions', function () {
  this.timeout(60_000);
  const account = localKey(accountIndex.firstConsumer);
  let world: RelayWorld;
  let server: TestServer;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world);
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  const message = (changes: Partial<Parameters<typeof createSiweMessage>[0]> = {}) =>
    siweMessage(server.ask, account, world.deployment.chainId, changes);
  const signIn = async (text: string, signature?: Hex) =>
    server.ask<{ token: string; code: string; isOperator: boolean }>({
      method: 'POST',
      url: '/auth/session',
      payload: { message: text, signature: signature ?? (await account.signMessage({ message: text })) },
    });
  const show = (as: string) => server.ask<{ address: string }>({ method: 'GET', url: '/auth/session', as });

  it('belong to who signed, last until they are ended, and are not stored in the clear', async () => {
    const { status, body } = await signIn(await message());
    expect(status).to.equal(201);
    expect(body.isOperator).to.equal(false);
    expect((await show(body.token)).body.address).to.equal(account.address);
    const rows = await server.relay.db.select().from(sessions);
    expect(JSON.stringify(rows)).to.not.include(body.token);
    const ended = await server.ask({ method: 'DELETE', url: '/auth/session', as: body.token });
    expect(ended.status).to.equal(204);
    expect((await show(body.token)).status).to.equal(401);
  });

  it('need a message that was signed once, for this site and chain, and now', async () => {
    const used = await message();
    await signIn(used);
    const reused = await signIn(used);
    expect(`${reused.status} ${reused.body.code}`).to.equal('401 nonce-unknown');
    const refused: Partial<Parameters<typeof createSiweMessage>[0]>[] = [
      { domain: 'evil.example', uri: 'https://evil.example/' },
      { uri: 'https://evil.example/' },
      { chainId: 1 },
      { expirationTime: new Date(Date.now() - 1_000) },
      { notBefore: new Date(Date.now() + 60_000) },
    ];
    for (const changes of refused) {
      const { status, body } = await signIn(await message(changes));
      expect(`${status} ${body.code}`, JSON.stringify(changes)).to.equal('401 sign-in-refused');
    }
    const invented = await signIn(await message({ nonce: 'inventedinvented1' }));
    expect(invented.body.code).to.equal('nonce-unknown');
    const stranger = localKey(accountIndex.firstConsumer + 1);
    const foreign = await message();
    const stolen = await signIn(foreign, await stranger.signMessage({ message: foreign }));
    expect(stolen.body.code).to.equal('sign-in-refused');
    expect((await signIn('hello')).body.code).to.equal('sign-in-refused');
  });

  it('use a nonce once even when it comes many times at once', async () => {
    const text = await message();
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(text)));
    expect(answers.filter(({ status }) => status === 201)).to.have.length(1);
  });

  it('do not need the nonce back after a refusal', async () => {
    const text = await message();
    const wrong = await localKey(accountIndex.firstConsumer + 1).signMessage({ message: text });
    expect((await signIn(text, wrong)).status).to.equal(401);
    expect((await signIn(text)).status).to.equal(201);
  });

  it('are open to contract accounts (ERC-1271)', async () => {
    const { networkHelpers } = world.commune.connection;
    const text = await message({ address: WALLET });
    expect((await signIn(text, '0x1234')).body.code).to.equal('sign-in-refused');
    await networkHelpers.setCode(WALLET, AGREEABLE_WALLET);
    expect((await signIn(text, '0x1234')).status).to.equal(201);
  });

  it('end by themselves', async () => {
    const { body } = await signIn(await message());
    await server.relay.db.update(sessions).set({ expiresAt: new Date(Date.now() - 1) });
    expect((await show(body.token)).body).to.deep.include({ code: 'session-required' });
    const stale = await message();
    await server.relay.db.update(signInNonces).set({ expiresAt: new Date(Date.now() - 1) });
    expect((await signIn(stale)).body.code).to.equal('nonce-unknown');
    expect(await forgetExpired(server.relay)).to.be.greaterThan(0);
    expect(await server.relay.db.select().from(sessions)).to.deep.equal([]);
  });

  it('tell the operator apart', async () => {
    const operator = localKey(accountIndex.platform);
    const token = await server.signIn(operator);
    expect((await show(token)).body).to.deep.include({ address: operator.address, isOperator: true });
    expect(await server.relay.db.select().from(sessions).where(eq(sessions.account, operator.address))).to.have.length(
      1,
    );
  });

  it('are hard to guess: signing in is limited, by address', async () => {
    const strict = await openTestServer(world, { RELAY_LOCAL: 'false' });
    const ask = (remoteAddress: string) => strict.ask({ method: 'POST', url: '/auth/nonce', remoteAddress });
    const statuses: number[] = [];
    for (let i = 0; i < 30; i++) statuses.push((await ask('203.0.113.9')).status);
    expect(statuses.filter((status) => status === 200)).to.have.length(20);
    const last = await ask('203.0.113.9');
    expect(last).to.nested.include({ status: 429, 'body.code': 'rate-limited' });
    expect(Number(last.headers['retry-after'])).to.be.greaterThan(0);
    expect((await ask('203.0.113.10')).status).to.equal(200);
    await strict.close();
  });
});
