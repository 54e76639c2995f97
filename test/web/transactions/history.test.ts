import { expect } from 'chai';
import { readHistory, withRecord } from '../../../web/shared/transactions/history.ts';
import type { TransactionRecord } from '../../../web/shared/transactions/transaction.ts';

const record = (n: number, change: Partial<TransactionRecord> = {}): TransactionRecord => ({
  hash: `0x${n.toString(16).padStart(64, '0')}`,
  summary: { en: 'Claim', 'zh-Hans': '领取' },
  subject: null,
  state: 'pending',
  sentAt: n,
  blockNumber: null,
  ...change,
});

describe('history of transactions', () => {
  it('is newest first and keeps one record per transaction', () => {
    const history = withRecord(withRecord([record(1)], record(2)), record(1, { state: 'done' }));
    expect(history.map(({ sentAt, state }) => [sentAt, state])).to.deep.equal([
      [2, 'pending'],
      [1, 'done'],
    ]);
  });
  it('keeps the last fifty', () => {
    let history: readonly TransactionRecord[] = [];
    for (let n = 0; n < 60; n++) history = withRecord(history, record(n));
    expect(history).to.have.length(50);
    expect(history.at(-1)?.sentAt).to.equal(10);
  });
  it('leaves out what is no record', () => {
    expect(readHistory([record(1), null, { hash: '0x1' }, { ...record(2), state: 'odd' }, 'x'])).to.deep.equal([
      record(1),
    ]);
    expect(readHistory({})).to.deep.equal([]);
  });
});
