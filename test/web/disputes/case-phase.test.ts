import { expect } from 'chai';
import { canLapse, casePhase, courtPhase } from '../../../web/shared/disputes/case-phase.ts';

type Case = Parameters<typeof casePhase>[0];
type Dispute = Parameters<typeof courtPhase>[0];

const clock = { genesis: 0, epochLength: 100 };
const round = { index: 0, stage: 'DRAWN', commitEndsAt: '1000', revealEndsAt: '1100', appealEndsAt: '1200' };
const dispute = (change: object = {}) =>
  ({ evidenceEndsAt: '900', latestRound: { ...round, ...change } }) as unknown as Dispute;
const one = (change: object) =>
  ({ state: 'PENDING', deadline: '5000', lot: { startEpoch: 1, epochs: 2 }, ...change }) as unknown as Case;

describe('the phase of a dispute before the court', () => {
  it('is evidence first, then the draw, in later rounds the draw at once', () => {
    const waiting = dispute({ stage: 'WAITING' });
    expect(courtPhase(waiting, 899)).to.deep.equal({ phase: 'evidence', endsAt: 900 });
    expect(courtPhase(waiting, 900)).to.deep.equal({ phase: 'arming', endsAt: null });
    expect(courtPhase(dispute({ stage: 'WAITING', index: 1 }), 1)).to.deep.equal({ phase: 'arming', endsAt: null });
    expect(courtPhase(dispute({ stage: 'ARMED' }), 1).phase).to.equal('drawing');
  });

  it('follows the windows of the jury', () => {
    expect(courtPhase(dispute(), 999)).to.deep.equal({ phase: 'commit', endsAt: 1_000 });
    expect(courtPhase(dispute(), 1_000)).to.deep.equal({ phase: 'reveal', endsAt: 1_100 });
    expect(courtPhase(dispute(), 1_100)).to.deep.equal({ phase: 'appeal', endsAt: 1_200 });
    expect(courtPhase(dispute(), 1_200)).to.deep.equal({ phase: 'final', endsAt: null });
    // Nobody appeals the last round.
    expect(courtPhase(dispute({ index: 2, appealEndsAt: '1100' }), 1_100).phase).to.equal('final');
    expect(courtPhase(dispute({ stage: 'VOID' }), 1).phase).to.equal('final');
  });
});

describe('the phase of a case', () => {
  it('takes challenges to the end of the closing epoch', () => {
    // Sale 100 … 300, closing epoch 6.
    expect(casePhase(one({ state: 'COLLECTING' }), clock, 699)).to.deep.equal({ phase: 'collecting', endsAt: 700 });
    expect(casePhase(one({ state: 'COLLECTING' }), clock, 700)).to.deep.equal({ phase: 'refer', endsAt: null });
  });

  it('is that of its dispute, or of another arbitrator', () => {
    expect(casePhase(one({ dispute: dispute() }), clock, 999).phase).to.equal('commit');
    expect(casePhase(one({ dispute: null }), clock, 999)).to.deep.equal({ phase: 'elsewhere', endsAt: 5_000 });
    expect(casePhase(one({ state: 'RULED' }), clock, 1).phase).to.equal('execute');
    expect(casePhase(one({ state: 'CLOSED' }), clock, 1).phase).to.equal('closed');
  });

  it('ends by time only while there is no ruling', () => {
    expect(canLapse(one({}), 4_999)).to.equal(false);
    expect(canLapse(one({}), 5_000)).to.equal(true);
    expect(canLapse(one({ state: 'RULED' }), 5_000)).to.equal(false);
  });
});
