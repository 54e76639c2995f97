import { expect } from 'chai';
import { miningState, type WinningReport } from '../../../web/features/account/mining.ts';

const report = (facts: Partial<WinningReport> = {}): WinningReport => ({
  ...{ lotId: 1, lotCode: 'L', scoringEpoch: 5, closed: true, registered: false, claimed: false },
  ...facts,
});

describe('mining of a winning report', () => {
  it('is registered in the epoch after the scoring, or lost', () => {
    expect(miningState(report(), 5)).to.equal('early');
    expect(miningState(report(), 6)).to.equal('open');
    expect(miningState(report(), 7)).to.equal('lost');
  });

  it('is claimed from the epoch after that on', () => {
    expect(miningState(report({ registered: true }), 6)).to.equal('waiting');
    expect(miningState(report({ registered: true }), 7)).to.equal('ready');
    expect(miningState(report({ registered: true, claimed: true }), 90)).to.equal('done');
  });
});
