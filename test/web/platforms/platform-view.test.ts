import { expect } from 'chai';
import {
  dueStatement,
  filledBps,
  keyStates,
  mirrorsOf,
  statementStage,
  trackRecord,
} from '../../../web/features/platforms/platform-view.ts';

const clock = { genesis: 0, epochLength: 100 };

describe('what is shown of a platform', () => {
  it('counts answered, lost and open cases; two receipts for one order are lost without a case', () => {
    const counts = { openCases: 1, receiptChallengeCount: 4, demandCount: 3, slashCount: 3, equivocations: 1 };
    expect(trackRecord(counts)).to.deep.equal({ answered: 4, lost: 3, open: 1 });
  });

  it('fills a bar in parts of the whole and never over it', () => {
    expect(filledBps(1n, 4n)).to.equal(2_500);
    expect(filledBps(9n, 4n)).to.equal(10_000);
    expect(filledBps(0n, 0n)).to.equal(10_000);
  });

  it('says where a statement stands and until when', () => {
    const statement = { epoch: 4, opensAt: 610, swept: false };
    expect(statementStage(statement, clock, 609)).to.deep.equal({ kind: 'window', until: 610 });
    expect(statementStage(statement, clock, 610)).to.deep.equal({ kind: 'opening', until: 1_300 });
    expect(statementStage(statement, clock, 1_300)).to.deep.equal({ kind: 'finished' });
    expect(statementStage({ ...statement, swept: true }, clock, 610).kind).to.equal('finished');
  });

  it('waits for the statement of the last epoch until it is posted', () => {
    const settler = { admittedAt: 250, suspendedSince: null, posted: [2, 3] };
    expect(dueStatement(settler, clock, 5)).to.equal(4);
    expect(dueStatement({ ...settler, posted: [4, 3, 2] }, clock, 5)).to.equal(null);
    expect(dueStatement({ ...settler, posted: [] }, clock, 3)).to.equal(2);
    expect(dueStatement({ ...settler, posted: [] }, clock, 2)).to.equal(null);
    expect(dueStatement({ ...settler, admittedAt: 0, posted: [] }, clock, 0)).to.equal(null);
  });

  it('waits for what a suspended platform had sold, and for nothing that began later', () => {
    const due = (suspendedSince: number, current: number) =>
      dueStatement({ admittedAt: 0, suspendedSince, posted: [] }, clock, current);
    expect([due(450, 4), due(450, 5), due(450, 6)]).to.deep.equal([3, 4, null]);
    expect([due(400, 5), due(399, 5)]).to.deep.equal([4, null]);
  });

  it('tells the key that signs now from those to come and former ones', () => {
    const keys = [{ fromEpoch: 0 }, { fromEpoch: 12 }, { fromEpoch: 5 }];
    const states = (epoch: number) => keyStates(keys, epoch).map(({ state }) => state);
    expect(states(5)).to.deep.equal(['next', 'now', 'former']);
    expect(states(4)).to.deep.equal(['next', 'next', 'now']);
    expect(states(12)).to.deep.equal(['now', 'former', 'former']);
  });

  it('takes at most eight mirrors, all of them URLs', () => {
    expect(mirrorsOf(' https://a.example \n\nhttp://b.example/x')).to.deep.equal([
      'https://a.example',
      'http://b.example/x',
    ]);
    expect(mirrorsOf('')).to.deep.equal([]);
    expect(mirrorsOf('ftp://a.example')).to.equal(null);
    expect(mirrorsOf(Array.from({ length: 9 }, (_, i) => `https://m${i}.example`).join('\n'))).to.equal(null);
  });
});
