import { expect } from 'chai';
import type pg from 'pg';
import type { Hex } from 'viem';
import { unpackSums } from '../../../protocol/settlement/sums.ts';
import { type PurchaseProofAnswer, purchaseProof } from '../../../relay/api/statements.ts';
import type { RelayWorld } from '../../support/relay-world.ts';
import type { ShopDay } from './shop-day.ts';

/** Nothing lost, nothing doubled: orders, stock, money, statement and chain say the same. */
export async function checkBooks(world: RelayWorld, database: pg.Pool, day: ShopDay): Promise<void> {
  await checkOrders(database, day);
  await checkStock(database, day);
  await checkMoney(world, database);
  await checkStatement(world, database, day);
  await checkTransactions(database);
}

async function checkOrders(database: pg.Pool, { expected, lotId }: ShopDay): Promise<void> {
  const { rows } = await database.query(
    `select order_id as "orderId", state, quantity - refunded_quantity as kept from orders where lot_id = $1 order by number`,
    [lotId],
  );
  expect(rows).to.deep.equal(expected);
  // The way of every order through its states has neither gap nor repetition.
  const { rows: broken } = await database.query(
    `select order_id from (
       select order_id, from_state, state, lag(state) over (partition by order_id order by id) as before
       from order_history
     ) step where from_state is distinct from before`,
  );
  expect(broken).to.deep.equal([]);
}

async function checkStock(database: pg.Pool, { lotId, expected }: ShopDay): Promise<void> {
  const { rows } = await database.query('select units, reserved, sold from stock where lot_id = $1', [lotId]);
  const sold = expected.filter(({ state }) => state === 'Settled').reduce((sum, { kept }) => sum + kept, 0);
  expect(rows).to.deep.equal([{ units: 1_000, reserved: 0, sold }]);
}

/** What the providers have collected and given back is what the relay believes. */
async function checkMoney({ commune }: RelayWorld, database: pg.Pool): Promise<void> {
  const sum = async (query: string) => BigInt((await database.query(query)).rows[0].sum ?? 0);
  const own = (provider: string) =>
    sum(`select sum(amount) from payments where status = 'succeeded' and provider = '${provider}'`);
  const ownRefunds = (provider: string) =>
    sum(`select sum(refunds.amount) from refunds join payments using (payment_id)
      where refunds.status = 'succeeded' and provider = '${provider}'`);
  expect(await own('test')).to.equal(
    await sum(`select sum(amount) from test_provider_payments where status = 'succeeded'`),
  );
  expect(await ownRefunds('test')).to.equal(
    await sum(`select sum(amount) from test_provider_refunds where status = 'succeeded'`),
  );
  const net =
    (await own('test')) + (await own('stablecoin')) - (await ownRefunds('test')) - (await ownRefunds('stablecoin'));
  expect(net).to.equal(await sum(`select sum(sales) from orders where state = 'Settled'`));

  // The operator's account holds what came in on chain, and paid nothing but deposits and refunds out of it.
  const { asset, settlement } = commune.contracts;
  const operator = commune.actor(2).account.address;
  const posted = await settlement.getEvents.StatementCommitted({}, { fromBlock: 0n });
  const deposits = posted.reduce((total, { args }) => total + (args.deposit ?? 0n), 0n);
  const funded = 10n ** 13n;
  const balance = await asset.read.balanceOf([operator]);
  expect(balance).to.equal(funded + (await own('stablecoin')) - (await ownRefunds('stablecoin')) - deposits);
}

async function checkStatement({ commune }: RelayWorld, database: pg.Pool, day: ShopDay): Promise<void> {
  const { settlement } = commune.contracts;
  const { platformId } = commune;
  const posted = await settlement.getEvents.StatementCommitted({ platformId, epoch: day.epoch }, { fromBlock: 0n });
  expect(posted).to.have.length(1);
  const { rows: receipts } = await database.query(
    `select order_id as "orderId", sales, fee, commission from receipts where epoch = $1 order by order_id`,
    [day.epoch],
  );
  const settled = day.expected.filter(({ state }) => state === 'Settled').map(({ orderId }) => orderId);
  expect(receipts.map(({ orderId }) => orderId)).to.deep.equal(settled.toSorted());
  const total = (name: string) => receipts.reduce((sum, row) => sum + BigInt(row[name]), 0n);
  const { totals } = await settlement.read.statementOf([platformId, day.epoch]);
  expect(unpackSums(totals)).to.deep.equal({
    sales: total('sales'),
    fees: total('fee'),
    commissions: total('commission'),
    count: BigInt(receipts.length),
  });
  for (const { orderId } of receipts) await checkProof(commune, day, orderId);
}

/** The contract itself takes the proof that the relay hands out. */
async function checkProof({ contracts }: RelayWorld['commune'], { buyer }: ShopDay, orderId: Hex): Promise<void> {
  const answer = await buyer.send('GET', `/proofs/purchases/${orderId}`);
  expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
  const { receipt, proof } = purchaseProof.parse(answer.body) as PurchaseProofAnswer;
  const amounts = { sales: BigInt(receipt.sales), fee: BigInt(receipt.fee), commission: BigInt(receipt.commission) };
  const nodes = (path: { hash: Hex; sums: string }[]) => path.map(({ hash, sums }) => ({ hash, sums: BigInt(sums) }));
  const { receiptPath, nomineePath, lotPath, receiptIndex } = proof;
  await contracts.settlement.read.checkPurchase([
    { ...receipt, ...amounts },
    { receiptIndex, receiptPath: nodes(receiptPath), nomineePath: nodes(nomineePath), lotPath: nodes(lotPath) },
  ]);
}

async function checkTransactions(database: pg.Pool): Promise<void> {
  const { rows } = await database.query(`select purpose, state, error from chain_transactions where state <> 'mined'`);
  expect(rows).to.deep.equal([]);
}
