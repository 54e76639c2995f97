import { expect } from 'chai';
import { eq } from 'drizzle-orm';
import { type Hex, recoverTypedDataAddress } from 'viem';
import { receiptDomain, receiptTypes } from '../../../protocol/settlement/receipt.ts';
import { followChain } from '../../../relay/chain/follow-chain.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { standingProblems } from '../../../relay/jobs/standing-problems.ts';
import { receipts } from '../../../relay/receipts/tables.ts';
import type { Relay } from '../../../relay/relay.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { localKey, localPrivateKey } from '../../../scripts/local/keys.ts';
import { currentEpoch, now, toEpoch, toTime } from '../../../scripts/local/time.ts';
import { readSigned } from '../../support/cases.ts';
import {
  giveTestCard,
  openTestServer,
  placeTestOrder,
  readOrder,
  startTestPayment,
  stockTestLot,
  type TestServer,
  untilOrder,
} from '../../support/relay-server.ts';
import { openRelayWorld, openTestRelay, type RelayWorld } from '../../support/relay-world.ts';

const TICK = { wait: true, maxRounds: 20, waitMs: 2_000 };
const THREE_DAYS = 3 * 24 * 60 * 60;
const NEXT = accountIndex.firstConsumer + 1;

describe('keys that sign receipts', function () {
  this.timeout(180_000);
  let world: RelayWorld;
  let server: TestServer;
  let as: string;

  before(async () => {
    world = await openRelayWorld(0);
    server = await openTestServer(world);
    as = await server.signIn();
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  /** An order whose return window is over and that no job has seen since. */
  async function complete(): Promise<Hex> {
    const epoch = await currentEpoch(world.commune);
    const lotId = await stockTestLot(world, server, { startEpoch: epoch });
    const { orderId } = await placeTestOrder(server, as, lotId);
    await giveTestCard(server, await startTestPayment(server, as, orderId), '4242424242424242');
    await untilOrder(server, as, orderId, 'Delivered');
    await toTime(world.commune, (await now(world.commune)) + THREE_DAYS);
    return orderId;
  }

  async function signerOf(relay: Relay, orderId: Hex): Promise<string> {
    const { receipt, signature } = await readSigned(relay.db, orderId);
    return recoverTypedDataAddress({
      domain: receiptDomain(world.commune.chainId, world.commune.contracts.settlement.address),
      types: receiptTypes,
      primaryType: 'Receipt',
      message: receipt,
      signature,
    });
  }

  async function rotate(index: number, fromEpoch: number) {
    const { platforms } = world.commune.contracts;
    const { account } = world.commune.actor(accountIndex.platform);
    const args = [1, localKey(index).address, fromEpoch] as const;
    await sent(world.commune, 'rotate', platforms.write.setSigner(args, { account }));
  }

  /** The same database with other keys. */
  const withKeys = (...keys: number[]) =>
    openTestRelay(world, {
      RELAY_DATABASE_URL: server.relay.config.databaseUrl,
      RELAY_DATA_DIR: server.relay.config.dataDir,
      RELAY_SIGNER_KEY: localPrivateKey(keys[0] ?? 0),
      RELAY_NEXT_SIGNER_KEY: keys[1] === undefined ? '' : localPrivateKey(keys[1]),
    });

  it('are those of the register, not the operator', async () => {
    const orderId = await complete();
    await server.tick();
    expect(await signerOf(server.relay, orderId)).to.equal(localKey(accountIndex.platformSigner).address);
    expect((await readOrder(server, as, orderId)).receipt).to.not.equal(null);
  });

  it('change with the epoch of the receipt, and a missing one is told of before it is needed', async () => {
    const { commune } = world;
    const epoch = await currentEpoch(commune);
    await rotate(NEXT, epoch + 1);
    const orderId = await complete();
    await followChain(server.relay.chain, server.relay.db);
    const problems = await standingProblems(server.relay);
    expect(problems.map(({ code }) => code)).to.deep.equal(['signer-key-missing']);
    expect(problems[0]?.detail).to.include(`in epoch ${epoch + 1} are signed by ${localKey(NEXT).address}`);

    const both = await withKeys(accountIndex.platformSigner, NEXT);
    expect(await standingProblems(both)).to.deep.equal([]);
    // Its return window ended in the old epoch, it is settled in the new one.
    await toEpoch(commune, epoch + 1);
    await runTick(both, TICK);
    const { receipt } = await readSigned(both.db, orderId);
    expect(receipt.epoch).to.equal(epoch);
    expect(await signerOf(both, orderId)).to.equal(localKey(accountIndex.platformSigner).address);
    await both.close();
  });

  it('are waited for: orders are kept, nothing is signed by another one, no new orders are taken', async () => {
    const { commune, deployment } = world;
    const lotId = await stockTestLot(world, server, { startEpoch: await currentEpoch(commune) });
    const refused = await placeTestOrder(server, as, lotId).catch(({ message }: Error) => message);
    expect(refused).to.include('signer-key-missing');

    const right = await withKeys(NEXT);
    const rightServer = await openTestServer(world, {
      RELAY_DATABASE_URL: right.config.databaseUrl,
      RELAY_DATA_DIR: right.config.dataDir,
      RELAY_SIGNER_KEY: localPrivateKey(NEXT),
    });
    const wrongServer = server;
    server = rightServer;
    const orderId = await complete();
    server = wrongServer;

    await server.tick();
    expect((await readOrder(server, as, orderId)).state).to.equal('Delivered');
    expect(await server.relay.db.select().from(receipts).where(eq(receipts.orderId, orderId))).to.deep.equal([]);
    const [problem] = await standingProblems(server.relay);
    expect(problem?.code).to.equal('signer-key-missing');
    expect(problem?.detail).to.match(/Orders that wait: 1\.$/);

    await runTick(right, TICK);
    expect(await signerOf(right, orderId)).to.equal(localKey(NEXT).address);
    expect(deployment.platformId).to.equal(1);
    expect((await readOrder(server, as, orderId)).state).to.equal('Settled');
    await right.close();
    await rightServer.close();
  });

  it('that went missing between writing a receipt down and signing it keep that receipt', async () => {
    const { db } = server.relay;
    const [kept] = await db.select().from(receipts).limit(1);
    if (kept === undefined) throw new Error('no receipt');
    await db.update(receipts).set({ signature: null }).where(eq(receipts.orderId, kept.orderId));
    expect((await readOrder(server, as, kept.orderId)).receipt).to.equal(null);
    const stranger = await withKeys(accountIndex.firstConsumer + 2);
    await runTick(stranger, TICK);
    const problems = await standingProblems(stranger);
    expect(problems.some(({ detail }) => detail.includes(`in epoch ${kept.epoch} `))).to.equal(true);
    await stranger.close();
    await server.tick();
    const [again] = await db.select().from(receipts).where(eq(receipts.orderId, kept.orderId));
    expect(again).to.deep.equal(kept);
  });
});
