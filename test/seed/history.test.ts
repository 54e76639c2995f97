import { expect } from 'chai';
import { epochAt } from '../../protocol/clock/epoch-at.ts';
import { cidFromDigest } from '../../protocol/documents/cid-from-digest.ts';
import type { History } from '../../relay/import/types.ts';
import { toTime } from '../../scripts/local/time.ts';
import { presentEpoch } from '../../scripts/seed/catalogue/lots.ts';
import { historyOf } from '../../scripts/seed/history.ts';
import type { World } from '../../scripts/seed/world.ts';
import { seededWorld } from '../residents/seeded-world.ts';

const DAY = 24 * 60 * 60;

describe('history for the relay', function () {
  this.timeout(60_000);
  let world: World;
  let history: History;

  before(async () => {
    world = await seededWorld();
    const { genesis, epochLength } = world.commune.clock;
    await toTime(world.commune, genesis + presentEpoch * epochLength + DAY);
    history = await historyOf(world);
  });

  it('has every order once, with times in order and the receipt of the epoch in which it was settled', () => {
    const { clock } = world.commune;
    expect(new Set(history.orders.map(({ receipt }) => receipt.orderId)).size).to.equal(world.sales.length);
    expect(new Set(history.orders.map(({ commitmentNonce }) => commitmentNonce)).size).to.equal(world.sales.length);
    for (const { receipt, ...order } of history.orders) {
      const times = [order.createdAt, order.paidAt, order.shippedAt, order.deliveredAt, order.settledAt];
      const happened = times.filter((time) => time !== null);
      expect(happened).to.deep.equal([...happened].sort((a, b) => a - b));
      expect(times.slice(happened.length).every((time) => time === null)).to.equal(true);
      if (order.settledAt !== null) expect(epochAt(clock, order.settledAt)).to.equal(receipt.epoch);
      expect(receipt.sales).to.equal(order.unitPrice * BigInt(receipt.quantity));
    }
  });

  it('leaves orders to the relay that are on their way', () => {
    const open = history.orders.filter(({ settledAt }) => settledAt === null);
    expect(open.length).to.be.above(10);
    for (const { receipt, deliveredAt } of open) {
      expect(receipt.epoch).to.equal(0);
      expect(deliveredAt).not.to.equal(null);
    }
  });

  it('has the statements that are on chain, with all their orders', () => {
    expect(history.statements.map(({ epoch }) => epoch)).to.deep.equal([...world.statements.keys()]);
    for (const { epoch, dataDigest, opened } of history.statements) {
      const orders = history.orders.filter(({ receipt, settledAt }) => receipt.epoch === epoch && settledAt !== null);
      expect(orders.length).to.equal(world.statements.get(epoch)?.receipts.length);
      expect(world.documents.blocks.has(cidFromDigest(dataDigest))).to.equal(true);
      expect(opened).to.equal(epoch <= presentEpoch - 2);
    }
  });

  it('has prices of all lots and documents of everything but order files', () => {
    expect(history.prices.map(({ lotId }) => lotId)).to.deep.equal(world.lots.map(({ lotId }) => lotId));
    expect(history.documents.length).to.equal(world.documents.blocks.size - history.statements.length);
  });
});
