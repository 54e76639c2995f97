import { expect } from 'chai';
import { eq } from 'drizzle-orm';
import { encodeFunctionData } from 'viem';
import { abis } from '../../../relay/chain/abis.ts';
import { type Outbox, senderAccounts } from '../../../relay/chain/outbox/outbox.ts';
import { planTransaction } from '../../../relay/chain/outbox/plan-transaction.ts';
import { runOutbox } from '../../../relay/chain/outbox/run-outbox.ts';
import { chainTransactionAttempts, chainTransactions } from '../../../relay/chain/outbox/tables.ts';
import { outboxOf } from '../../../relay/jobs/run-tick.ts';
import { standingProblems } from '../../../relay/jobs/standing-problems.ts';
import { openRelayWorld, openTestRelay, type RelayWorld } from '../../support/relay-world.ts';

const NOW = 1_790_000_001;

describe('outbox of transactions', function () {
  this.timeout(180_000);
  let world: RelayWorld;
  let relay: Awaited<ReturnType<typeof openTestRelay>>;
  let outbox: Outbox;
  let purposes = 0;

  before(async () => {
    world = await openRelayWorld(0);
    relay = await openTestRelay(world);
  });
  beforeEach(() => {
    outbox = outboxOf(relay, 1_000);
  });
  after(async () => {
    await relay.close();
    await world.close();
  });

  /** A transaction that shows how often it was carried out: the balance of `to` grows by one each time. */
  async function planGift(sender: 'operator' | 'keeper' = 'operator', options: { patient?: boolean } = {}) {
    purposes += 1;
    const purpose = `test/${purposes}`;
    const to = `0x${purposes.toString(16).padStart(40, 'a')}` as const;
    const data = encodeFunctionData({ abi: abis.asset, functionName: 'transfer', args: [to, 1n] });
    await planTransaction(relay.db, { purpose, sender, to: relay.chain.contracts.asset, data, ...options });
    return { purpose, received: () => world.commune.contracts.asset.read.balanceOf([to]) };
  }

  async function rowOf(purpose: string) {
    const [row] = await relay.db.select().from(chainTransactions).where(eq(chainTransactions.purpose, purpose));
    if (row === undefined) throw new Error(`no transaction for ${purpose}`);
    return row;
  }

  const attemptsOf = (id: number) =>
    relay.db.select().from(chainTransactionAttempts).where(eq(chainTransactionAttempts.transactionId, id));

  /** The same relay on a node of which some methods behave otherwise. */
  function onNode(methods: Partial<Outbox['chain']['client']>): Outbox {
    const client = { ...outbox.chain.client, ...methods } as Outbox['chain']['client'];
    return { ...outbox, chain: { ...outbox.chain, client } };
  }

  it('sends a planned transaction once, whoever plans it how often', async () => {
    const { purpose, received } = await planGift();
    const again = { purpose, sender: 'operator', to: relay.chain.contracts.asset, data: '0x' } as const;
    expect(await planTransaction(relay.db, again)).to.equal(false);
    await runOutbox(outbox, NOW);
    await runOutbox(outbox, NOW);
    expect(await received()).to.equal(1n);
    expect(await rowOf(purpose)).to.include({ state: 'mined' });
    expect(await planTransaction(relay.db, again)).to.equal(false);
  });

  it('broadcasts the stored bytes again when the process died between signing and sending', async () => {
    const { purpose, received } = await planGift();
    const dying = onNode({
      sendRawTransaction: () => {
        throw new Error('killed');
      },
    });
    await runOutbox({ ...dying, options: { ...dying.options, waitMs: 0 } }, NOW);
    const before = await rowOf(purpose);
    expect(before.state).to.equal('sent');
    expect(await received()).to.equal(0n);

    await runOutbox(outbox, NOW);
    const after = await rowOf(purpose);
    expect(after).to.include({ state: 'mined', nonce: before.nonce });
    expect((await attemptsOf(after.id)).map(({ hash }) => hash)).to.deep.equal([after.hash]);
    expect(await received()).to.equal(1n);
  });

  it('finds a transaction that was mined while the process was down', async () => {
    const { purpose, received } = await planGift();
    const dying = onNode({
      getTransactionReceipt: () => {
        throw new Error('killed');
      },
    });
    await runOutbox(dying, NOW).catch(() => {});
    expect(await received()).to.equal(1n);
    expect((await rowOf(purpose)).state).to.equal('sent');
    await runOutbox(outbox, NOW);
    expect((await rowOf(purpose)).state).to.equal('mined');
    expect(await received()).to.equal(1n);
  });

  it('replaces what is stuck with a higher fee under the same nonce', async () => {
    const { provider } = world.commune.connection;
    await provider.request({ method: 'evm_setAutomine', params: [false] });
    const { purpose, received } = await planGift();
    const impatient = { ...outbox, options: { ...outbox.options, stuckAfterMs: -1, waitMs: 0 } };
    await runOutbox(impatient, NOW);
    await runOutbox(impatient, NOW);
    await provider.request({ method: 'evm_mine', params: [] });
    await provider.request({ method: 'evm_setAutomine', params: [true] });
    await runOutbox(outbox, NOW);
    const row = await rowOf(purpose);
    const attempts = await attemptsOf(row.id);
    expect(row.state).to.equal('mined');
    expect(attempts.length).to.be.greaterThan(1);
    const fees = attempts.toSorted((a, b) => a.number - b.number).map(({ maxFeePerGas }) => maxFeePerGas);
    expect(fees).to.deep.equal(fees.toSorted((a, b) => Number(a - b)));
    expect(await received()).to.equal(1n);
  });

  it('takes another nonce when somebody else used its own with the same key', async () => {
    const { purpose, received } = await planGift();
    const dying = onNode({ sendRawTransaction: () => Promise.reject(new Error('killed')) });
    await runOutbox({ ...dying, options: { ...dying.options, waitMs: 0 } }, NOW);
    const before = await rowOf(purpose);
    const wallet = world.commune.actor(2);
    await wallet.sendTransaction({ account: wallet.account, chain: null, to: wallet.account.address, value: 0n });
    await runOutbox({ ...outbox, options: { ...outbox.options, waitMs: 0 } }, NOW);
    expect(await rowOf(purpose), 'too early to be sure').to.include({ state: 'sent', nonce: before.nonce });
    await runOutbox({ ...outbox, options: { ...outbox.options, stuckAfterMs: -1 } }, NOW);
    const after = await rowOf(purpose);
    expect(after.state).to.equal('mined');
    expect(after.nonce).to.equal((before.nonce ?? 0) + 1);
    expect(await received()).to.equal(1n);
  });

  it('waits for gas money, says so, and goes on when it is there', async () => {
    const keeper = relay.chain.keeper?.address ?? '0x';
    const { provider } = world.commune.connection;
    const { asset, settlement } = relay.chain.contracts;
    const args = [settlement, 1n] as const;
    const data = encodeFunctionData({ abi: abis.asset, functionName: 'approve', args });
    await planTransaction(relay.db, { purpose: 'test/poor', sender: 'keeper', to: asset, data });
    const { purpose, received } = await planGift();
    await provider.request({ method: 'hardhat_setBalance', params: [keeper, '0x0'] });
    await runOutbox(outbox, NOW);
    expect(await rowOf('test/poor')).to.deep.include({ state: 'planned' });
    expect((await standingProblems(relay)).map(({ code }) => code)).to.deep.equal(['gas-money-missing']);
    expect((await rowOf(purpose)).state, 'the other account goes on').to.equal('mined');
    expect(await received()).to.equal(1n);
    await provider.request({ method: 'hardhat_setBalance', params: [keeper, '0x56bc75e2d63100000'] });
    await runOutbox(outbox, NOW);
    expect((await rowOf('test/poor')).state).to.equal('mined');
    expect(await standingProblems(relay)).to.deep.equal([]);
  });

  it('waits while gas is dearer than its limit', async () => {
    const { purpose } = await planGift();
    await runOutbox({ ...outbox, options: { ...outbox.options, maxFeePerGas: 1n } }, NOW);
    expect(await rowOf(purpose)).to.deep.include({ state: 'planned', error: { name: 'FeeAboveLimit', values: {} } });
    await runOutbox(outbox, NOW);
    expect((await rowOf(purpose)).state).to.equal('mined');
  });

  it('stores why a simulation fails, and tells what was done by somebody else from what cannot be done', async () => {
    const { settlement } = relay.chain.contracts;
    const account = senderAccounts(relay.chain)[1]?.account.address ?? '0x';
    const data = encodeFunctionData({ abi: abis.settlement, functionName: 'withdraw', args: [account] });
    const plan = { sender: 'keeper', to: settlement, data } as const;
    await planTransaction(relay.db, { ...plan, purpose: 'test/fails' });
    await planTransaction(relay.db, { ...plan, purpose: 'test/done', doneBy: ['NothingToWithdraw'] });
    await planTransaction(relay.db, { ...plan, purpose: 'test/patient', patient: true, notAfter: NOW });
    await runOutbox(outbox, NOW);
    const error = { name: 'NothingToWithdraw', values: { account } };
    expect(await rowOf('test/fails')).to.deep.include({ state: 'failed', error });
    expect(await rowOf('test/done')).to.deep.include({ state: 'done', error: null });
    expect(await rowOf('test/patient')).to.deep.include({ state: 'planned', error });
    await runOutbox(outbox, NOW + 1);
    expect(await rowOf('test/patient')).to.deep.include({ state: 'failed', error });
    expect(await planTransaction(relay.db, { ...plan, purpose: 'test/fails' }), 'may be planned again').to.equal(true);
  });

  it('books a transaction that reverts on chain, with its reason, and does not block the next', async () => {
    const { provider } = world.commune.connection;
    await runOutbox(outbox, NOW);
    // Both simulate well; the second spends what the first has spent already.
    const operator = relay.chain.operator.address;
    const balance = await world.commune.contracts.asset.read.balanceOf([operator]);
    const to = '0x00000000000000000000000000000000000000ee';
    const data = encodeFunctionData({ abi: abis.asset, functionName: 'transfer', args: [to, balance] });
    const plan = { sender: 'operator', to: relay.chain.contracts.asset, data } as const;
    await planTransaction(relay.db, { ...plan, purpose: 'test/first' });
    await planTransaction(relay.db, { ...plan, purpose: 'test/second' });
    await provider.request({ method: 'evm_setAutomine', params: [false] });
    const client = outbox.chain.client;
    const latest = onNode({
      estimateGas: (args) =>
        client.estimateGas({ ...args, blockTag: 'latest' } as Parameters<typeof client.estimateGas>[0]),
    });
    await runOutbox({ ...latest, options: { ...latest.options, waitMs: 0 } }, NOW);
    await provider.request({ method: 'evm_mine', params: [] });
    await provider.request({ method: 'evm_setAutomine', params: [true] });
    await runOutbox(outbox, NOW);
    expect((await rowOf('test/first')).state).to.equal('mined');
    const second = await rowOf('test/second');
    expect(second.state).to.equal('failed');
    expect(second.error?.name).to.be.oneOf(['ERC20InsufficientBalance', 'ExecutionReverted']);
  });
});
