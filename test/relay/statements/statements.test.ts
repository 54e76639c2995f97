import { expect } from 'chai';
import { eq } from 'drizzle-orm';
import { blockDigest } from '../../../protocol/documents/block-digest.ts';
import { orderFile } from '../../../protocol/settlement/order-file.ts';
import { abis } from '../../../relay/chain/abis.ts';
import { chainTransactions } from '../../../relay/chain/outbox/tables.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { statementSummaries } from '../../../relay/statements/statement-summaries.ts';
import { now, toEpoch } from '../../../scripts/local/time.ts';
import {
  offerTestLot,
  openRelayWorld,
  openTestRelay,
  type RelayWorld,
  settleReceipts,
  testReceipt,
} from '../../support/relay-world.ts';

const TICK = { wait: true, maxRounds: 20, waitMs: 5_000 };

describe('statements of the relay', () => {
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;

  before(async function () {
    this.timeout(120_000);
    world = await openRelayWorld(1);
    relay = await openTestRelay(world);
  });
  after(async () => {
    await relay.close();
    await world.close();
  });

  it('posts one statement an epoch, whose totals are those of the receipts, and opens every leaf', async function () {
    this.timeout(180_000);
    const { commune } = world;
    const lot = await offerTestLot(world, 'A', 0);
    await runTick(relay, TICK);
    const wanted = Array.from({ length: 5 }, (_, i) =>
      testReceipt(commune, `order ${i}`, { lotId: lot.lotId, nomineeId: i % 3, recommenderId: i % 2 }),
    );
    const settled = await settleReceipts(relay, wanted, await now(commune));
    expect(settled.map(({ epoch }) => epoch)).to.deep.equal([0, 0, 0, 0, 0]);

    await toEpoch(commune, 1);
    const ticked = await runTick(relay, TICK);
    expect(ticked?.failures).to.deep.equal({});
    expect(ticked?.pending).to.equal(false);
    const [posted] = (await statementSummaries(relay)).filter(({ epoch }) => epoch === 0);
    expect(posted).to.include({ status: 'posted', orders: 5, sales: '500000000', leaves: 4, openedLeaves: 0 });
    const scope = {
      chainId: commune.chainId,
      settlement: commune.contracts.settlement.address,
      platformId: 1,
      epoch: 0,
    };
    expect(posted?.dataDigest).to.equal(blockDigest(orderFile(scope, settled)));
    const onChain = await relay.chain.client.readContract({
      address: relay.chain.contracts.settlement,
      abi: abis.settlement,
      functionName: 'statementOf',
      args: [1, 0],
    });
    expect(onChain.lotRoot).to.equal(posted?.lotRoot);

    await toEpoch(commune, 3);
    const later = await runTick(relay, TICK);
    expect(later?.failures).to.deep.equal({});
    const summaries = await statementSummaries(relay);
    expect(summaries.map(({ epoch, status }) => [epoch, status])).to.deep.equal([
      [3, 'collecting'],
      [2, 'empty'],
      [0, 'opened'],
    ]);
    const sentOnes = await relay.db
      .select()
      .from(chainTransactions)
      .where(eq(chainTransactions.purpose, 'statement/0'));
    expect(sentOnes).to.have.length(1);
  });
});
