import { expect } from 'chai';
import { HttpRequestError } from 'viem';
import { track } from '../../../web/shared/transactions/track.ts';
import type { TransactionRecord } from '../../../web/shared/transactions/transaction.ts';
import { type Answers, fakeIndex, fakeNode, rawReceipt, rawTransaction } from './fake-node.ts';

const HASH = `0x${'a'.repeat(64)}` as const;
const OTHER = `0x${'c'.repeat(64)}` as const;
const RECORD: TransactionRecord = {
  hash: HASH,
  summary: { en: 'Offer lot L-1', 'zh-Hans': '上架批次 L-1' },
  subject: null,
  state: 'pending',
  sentAt: 0,
  blockNumber: null,
};
const PATIENCE = { mined: 60, indexed: 2_000, pause: 5 };
const unreachable = () => new HttpRequestError({ url: 'http://localhost' });

describe('following a transaction', () => {
  let index: Awaited<ReturnType<typeof fakeIndex>>;
  let indexedBlock: number;

  before(async () => {
    index = await fakeIndex(() => indexedBlock);
  });
  beforeEach(() => {
    indexedBlock = 16;
  });
  after(() => index.close());

  /** States that were told, and how it ended. */
  async function follow(answers: Answers) {
    const states: string[] = [];
    let block = 0;
    const node = fakeNode({ eth_blockNumber: () => `0x${(++block).toString(16)}`, ...answers });
    const outcome = await track(node, index.url, RECORD, ({ state }) => states.push(state), PATIENCE);
    return { states, outcome };
  }

  it('tells when it is in a block and when the index has it', async () => {
    indexedBlock = 15;
    setTimeout(() => {
      indexedBlock = 16;
    }, 50);
    const { states, outcome } = await follow({ eth_getTransactionReceipt: () => rawReceipt(HASH) });
    expect(states).to.deep.equal(['indexing', 'done']);
    expect(outcome).to.have.nested.property('receipt.blockNumber', 16n);
  });

  it('tells a revert', async () => {
    const { states, outcome } = await follow({ eth_getTransactionReceipt: () => rawReceipt(HASH, { status: '0x0' }) });
    expect(states).to.deep.equal(['failed']);
    expect(outcome.state).to.equal('failed');
  });

  it('does not take a chain that does not answer for one that has lost it', async () => {
    let asked = 0;
    const flaky = () => {
      asked++;
      // At every stage: before it is in a block, while the transaction is looked up, after it was indexed.
      if (asked % 3 !== 0) throw unreachable();
      return rawReceipt(HASH);
    };
    const { states } = await follow({
      eth_getTransactionReceipt: flaky,
      eth_getTransactionByHash: () => rawTransaction(HASH),
    });
    expect(states).to.deep.equal(['indexing', 'done']);
    expect(asked).to.be.greaterThan(4);
  });

  it('waits for a block as long as the chain knows it', async () => {
    const minedAt = performance.now() + 4 * PATIENCE.mined;
    const { states } = await follow({
      eth_getTransactionReceipt: () => (performance.now() < minedAt ? null : rawReceipt(HASH)),
      eth_getTransactionByHash: () => rawTransaction(HASH),
      eth_getBlockByNumber: () => ({ transactions: [] }),
    });
    expect(states).to.deep.equal(['indexing', 'done']);
  });

  it('calls lost what the chain does not know any more', async () => {
    const { states, outcome } = await follow({
      eth_getTransactionReceipt: () => null,
      eth_getTransactionByHash: () => null,
    });
    expect(states).to.deep.equal(['dropped']);
    expect(outcome).to.deep.equal({ state: 'dropped' });
  });

  it('waits once more when a reorganisation took its block away', async () => {
    let asked = 0;
    const { states } = await follow({
      eth_getTransactionReceipt: () => (++asked === 2 ? null : rawReceipt(HASH)),
      eth_getTransactionByHash: () => rawTransaction(HASH),
    });
    expect(states).to.deep.equal(['indexing', 'indexing', 'done']);
  });

  it('tells when another one took its place', async () => {
    const { states } = await follow({
      eth_getTransactionReceipt: (hash: string) => (hash === OTHER ? rawReceipt(OTHER) : null),
      eth_getTransactionByHash: () => rawTransaction(HASH),
      eth_getBlockByNumber: () => ({
        transactions: [rawTransaction(OTHER, { input: '0x1234', blockNumber: '0x10' })],
      }),
    });
    expect(states).to.deep.equal(['replaced']);
  });

  it('does not wait for ever for an index', async () => {
    indexedBlock = 3;
    const from = performance.now();
    const { states } = await follow({ eth_getTransactionReceipt: () => rawReceipt(HASH) });
    expect(states).to.deep.equal(['indexing', 'done']);
    expect(performance.now() - from).to.be.within(PATIENCE.indexed - 100, 3 * PATIENCE.indexed);
  });
});
