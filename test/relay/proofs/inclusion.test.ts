import { expect } from 'chai';
import type { Hex } from 'viem';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../../protocol/settlement/receipt-digest.ts';
import type { Problem } from '../../../relay/api/problem.ts';
import { type Inclusion, inclusion } from '../../../relay/api/statements.ts';
import { runTick } from '../../../relay/jobs/run-tick.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { now, toEpoch } from '../../../scripts/local/time.ts';
import { challenge, readSigned, receiptCase } from '../../support/cases.ts';
import { openTestServer, type TestServer } from '../../support/relay-server.ts';
import {
  offerTestLot,
  openRelayWorld,
  type RelayWorld,
  settleReceipts,
  testReceipt,
} from '../../support/relay-world.ts';

type Answered = Inclusion & Problem;

describe('inclusion of receipts', function () {
  this.timeout(180_000);
  let world: RelayWorld;
  let server: TestServer;
  let settled: Receipt[];
  const digestOf = (receipt: Receipt) =>
    receiptDigest(receipt, world.commune.chainId, world.commune.contracts.settlement.address);

  before(async () => {
    world = await openRelayWorld(2);
    server = await openTestServer(world);
    const { lotId } = await offerTestLot(world, 'LOT', 0);
    await server.tick();
    const given = Array.from({ length: 5 }, (_, i) =>
      testReceipt(world.commune, `order ${i}`, { lotId, nomineeId: i % 3, recommenderId: i % 2 }),
    );
    settled = await settleReceipts(server.relay, given, await now(world.commune));
    await server.tick();
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  const get = (digest: Hex) => server.ask<Answered>({ url: `/receipts/${digest}/inclusion` });

  const post = ({ sales, fee, commission, ...rest }: Receipt) => {
    const receipt = { ...rest, sales: `${sales}`, fee: `${fee}`, commission: `${commission}` };
    return server.ask<Answered>({ method: 'POST', url: '/inclusion', payload: { receipt } });
  };

  it('is pending until the statement is on chain', async () => {
    const [first] = settled as [Receipt];
    const { status, body } = await get(digestOf(first));
    expect(status).to.equal(200);
    expect(body).to.include({ state: 'pending', epoch: 0, proofs: null, transactionHash: null });
    expect((await post(first)).body.state).to.equal('pending');
  });

  it('comes with proofs that answer a challenge on chain, without a session', async () => {
    const { commune } = world;
    const [, second] = settled as [Receipt, Receipt];
    await toEpoch(commune, 1);
    await server.tick();
    const { proofs, state } = inclusion.parse((await post(second)).body);
    expect(state).to.equal('included');
    expect((await get(digestOf(second))).body.proofs).to.deep.equal(proofs);
    if (proofs === null) throw new Error('no proofs');

    await challenge(commune, await readSigned(server.relay.db, second.orderId));
    const nodes = (path: { hash: Hex; sums: string }[]) => path.map(({ hash, sums }) => ({ hash, sums: BigInt(sums) }));
    const { purchase, referral } = proofs;
    const { account } = commune.actor(accountIndex.firstConsumer);
    await commune.contracts.platforms.write.answerReceipt(
      [
        second,
        {
          receiptIndex: purchase.receiptIndex,
          receiptPath: nodes(purchase.receiptPath),
          nomineePath: nodes(purchase.nomineePath),
          lotPath: nodes(purchase.lotPath),
        },
        {
          receiptIndex: referral.receiptIndex,
          receiptPath: nodes(referral.receiptPath),
          recommenderPath: nodes(referral.recommenderPath),
        },
      ],
      { account },
    );
    expect(await receiptCase(commune, second)).to.equal('Answered');
    // The relay finds that somebody was faster.
    await server.tick();
  });

  it('is denied to what the statement does not hold, also to the same order with another amount', async () => {
    const [first] = settled as [Receipt];
    for (const receipt of [
      testReceipt(world.commune, 'never settled'),
      { ...first, sales: first.sales + 1n },
      { ...first, nomineeId: 2 },
      { ...first, recommenderId: 1 },
    ]) {
      const { status, body } = await post(receipt);
      expect([status, body.code]).to.deep.equal([404, 'not-in-statement']);
    }
  });

  it('is asked of the platform that signed', async () => {
    const [first] = settled as [Receipt];
    const { status, body } = await post({ ...first, platformId: 2 });
    expect([status, body.code]).to.deep.equal([422, 'receipt-of-other-platform']);
    expect((await get(digestOf({ ...first, platformId: 2 }))).body.code).to.equal('receipt-unknown');
  });

  it('is missing when the time for a statement has passed without one', async () => {
    const { commune } = world;
    const late = await settleReceipts(server.relay, [testReceipt(commune, 'late')], await now(commune));
    await runTick(server.relay, { wait: true, maxRounds: 2, waitMs: 1_000 });
    await toEpoch(commune, 3);
    await server.tick();
    const [receipt] = late as [Receipt];
    expect((await get(digestOf(receipt))).body.state).to.equal('missing');
    expect((await post(receipt)).body.code).to.equal('not-in-statement');
  });

  it('can be checked by anybody with the order file, by the digest on chain', async () => {
    const { body } = await server.ask<{ dataDigest: Hex }>({ url: '/statements/0' });
    const file = await server.app.inject({ url: `/order-files/${body.dataDigest}` });
    expect(file.statusCode).to.equal(200);
    expect(file.body).to.equal((await server.app.inject({ url: '/statements/0/orders' })).body);
    const unknown = await server.ask({ url: `/order-files/0x${'ab'.repeat(32)}` });
    expect([unknown.status, unknown.body.code]).to.deep.equal([404, 'document-unknown']);
  });
});
