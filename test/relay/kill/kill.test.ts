import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import pg from 'pg';
import { root } from '../../../scripts/checks/tool.ts';
import { currentEpoch, toEpoch } from '../../../scripts/local/time.ts';
import { openRelayWorld, type RelayWorld } from '../../support/relay-world.ts';
import { checkBooks } from './check-books.ts';
import { RelayProcess } from './relay-process.ts';
import { playShopDay, type ShopDay } from './shop-day.ts';

const MINUTE = 60_000;

/** In the order in which a day comes to them. */
const ON_ONE_DAY = [
  ['chain.taking-in', 'chain.taken-in', 'order.placing', 'order.created'],
  ['payment.created', 'payment.asked', 'payment.started', 'payment.authorized'],
  ['webhook.stored', 'webhook.applying', 'webhook.applied', 'order.cancelled', 'order.expired'],
  ['order.shipped', 'order.delivered', 'order.refunding', 'order.refunded'],
  ['refund.claimed', 'refund.asked', 'refund.sent', 'order.settling', 'order.settled'],
  ['receipt.signed', 'receipt.stored'],
  ['statement.closed', 'statement.written', 'statement.built', 'statement.stored', 'statement.planned'],
  ['keeper.planned', 'outbox.signed', 'outbox.sent', 'outbox.mined'],
  ['outbox.replaced'],
];

describe('relay that is killed', function () {
  this.timeout(5 * MINUTE);
  let world: RelayWorld;
  let relay: RelayProcess;
  let database: pg.Pool;
  const days: ShopDay[] = [];

  before(async () => {
    world = await openRelayWorld(1);
    relay = await RelayProcess.create(world);
    database = new pg.Pool({ connectionString: relay.databaseUrl });
  });
  afterEach(() => relay.stop());
  after(async () => {
    await relay.close();
    await database.end();
    await world.close();
  });

  async function play(failpoints: readonly string[]): Promise<number> {
    const before = relay.deaths;
    await relay.start(failpoints);
    const isReplacing = failpoints.includes('outbox.replaced');
    const day = await playShopDay(world, relay, database, isReplacing ? holdBlocks : undefined);
    days.push(day);
    await checkBooks(world, database, day);
    return relay.deaths - before;
  }

  /** Nothing is mined for a while, so that transactions are sent again with a higher fee. */
  async function holdBlocks(): Promise<void> {
    const { provider } = world.commune.connection;
    await provider.request({ method: 'evm_setAutomine', params: [false] });
    setTimeout(async () => {
      await provider.request({ method: 'evm_setAutomine', params: [true] });
      await provider.request({ method: 'evm_mine', params: [] });
    }, 6_000);
  }

  it('keeps its books when it is left alone', async () => {
    expect(await play([])).to.equal(0);
  });

  for (const failpoints of [...ON_ONE_DAY, ...failpointsBeside(ON_ONE_DAY.flat())]) {
    it(`loses and doubles nothing when it dies at ${failpoints.join(', then ')}`, async () => {
      expect(await play(failpoints)).to.equal(failpoints.length);
    });
  }

  it('loses and doubles nothing when it dies again and again, at any time', async () => {
    const before = relay.deaths;
    await relay.start();
    // On a fast machine a day may be over before the relay has died more than once.
    for (let played = 0; relay.deaths - before <= 2; played++) {
      expect(played, 'days without three deaths').to.be.lessThan(10);
      await playDeadlyDay();
    }
  });

  /** A day on which the relay dies every now and then, but not for ever. */
  async function playDeadlyDay(): Promise<void> {
    const KILLING_MS = 25_000;
    const over = new AbortController();
    const isOver = AbortSignal.any([over.signal, AbortSignal.timeout(KILLING_MS)]);
    const killer = (async () => {
      for (let patience = 100; !isOver.aborted; patience = 300) {
        await sleep(patience + Math.random() * 2_000, undefined, { signal: isOver }).catch(() => {});
        if (!isOver.aborted) relay.kill();
      }
    })();
    const day = await playShopDay(world, relay, database);
    over.abort();
    await killer;
    await relay.ready();
    days.push(day);
    await checkBooks(world, database, day);
  }

  it('has opened every leaf of every statement in the end', async () => {
    await relay.start();
    await toEpoch(world.commune, (await currentEpoch(world.commune)) + 2);
    const [first] = days;
    await first?.buyer.tick();
    const answer = await first?.buyer.send('GET', '/statements');
    const statements = (answer?.body.statements ?? []) as { epoch: number; status: string }[];
    const played = statements.filter(({ epoch }) => days.some((day) => day.epoch === epoch));
    expect(played).to.have.length(days.length);
    expect(played.filter(({ status }) => status !== 'opened')).to.deep.equal([]);
  });
});

/** Every other place in the relay at which a test may let it die, each on a day of its own. */
function failpointsBeside(known: readonly string[]): string[][] {
  const files = globSync('relay/**/*.ts', { cwd: root });
  const found = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/failpoint\('([\w.-]+)'\)/g)].map(([, name]) => name ?? ''),
  );
  return (
    [...new Set(found)]
      // On a day on which nobody challenges anything there are no answers: answers.test.ts.
      .filter((name) => !known.includes(name) && !name.startsWith('answer.'))
      .sort()
      .map((name) => [name])
  );
}
