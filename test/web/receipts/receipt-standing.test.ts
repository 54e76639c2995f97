import { expect } from 'chai';
import { pledgeFor } from '../../../web/shared/cases/pledge-for.ts';
import { type ReceiptFacts, receiptStanding } from '../../../web/shared/receipts/receipt-standing.ts';

const clock = { genesis: 0, epochLength: 100 };
const untouched = { state: 'none', deadline: 0 } as const;
const missing: ReceiptFacts = { epoch: 4, postedAt: null, inclusion: 'unknown', challenge: untouched };

describe('standing of a receipt', () => {
  const at = (now: number, change: Partial<ReceiptFacts> = {}) =>
    receiptStanding({ ...missing, ...change }, clock, now);

  it('waits for its epoch to end, then for the statement', () => {
    expect(at(499)).to.deep.equal({ kind: 'open', until: 500 });
    expect(at(500)).to.deep.equal({ kind: 'due', until: 600 });
    expect(at(599)).to.deep.equal({ kind: 'due', until: 600 });
  });

  it('is missing once the statement is there without it, or can no longer come', () => {
    expect(at(550, { postedAt: 510 })).to.deep.equal({ kind: 'missing', until: 900 });
    expect(at(550, { postedAt: 510, inclusion: 'refuted' }).kind).to.equal('missing');
    expect(at(600)).to.deep.equal({ kind: 'missing', until: 900 });
    expect(at(899).kind).to.equal('missing');
    expect(at(900).kind).to.equal('past');
  });

  it('is included when both proofs lead to the roots, as long as anybody asks', () => {
    expect(at(550, { postedAt: 510, inclusion: 'included' }).kind).to.equal('included');
    expect(at(5_000, { postedAt: 510, inclusion: 'included' }).kind).to.equal('included');
  });

  it('follows its case: the last second of the deadline is the platform’s', () => {
    const challenge = { state: 'open', deadline: 700 } as const;
    expect(at(700, { postedAt: 510, challenge })).to.deep.equal({ kind: 'challenged', until: 700 });
    expect(at(701, { postedAt: 510, challenge }).kind).to.equal('overdue');
    // The proofs came after the challenge: the case still has to be answered on chain.
    expect(at(600, { postedAt: 510, challenge, inclusion: 'included' }).kind).to.equal('challenged');
    for (const state of ['answered', 'slashed'] as const) {
      expect(at(950, { challenge: { ...challenge, state } }).kind).to.equal(state);
    }
  });
});

describe('pledge', () => {
  it('still suffices when the base fee rises by half', () => {
    expect(pledgeFor(0n)).to.equal(200_000_000_000_000n);
    expect(pledgeFor(2_000_000_000n)).to.equal(1_500_000_000_000_000n);
    expect(pledgeFor(1n) % 1_000_000_000n).to.equal(0n);
  });
});
