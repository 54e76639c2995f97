import { expect } from 'chai';
import { ClockMover, type MovingParts } from '../../scripts/control/clock-mover.ts';
import { ControlProblem } from '../../scripts/control/control-problem.ts';
import type { OpenDispute } from '../../scripts/residents/docket.ts';

const DAY = 24 * 60 * 60;
const clock = { genesis: 0, epochLength: 7 * DAY };

/** A chain, a relay and residents that only write down when they were asked. */
function parts(overrides: Partial<MovingParts> = {}) {
  const log: string[] = [];
  let time = DAY;
  const all: MovingParts = {
    clock,
    now: async () => time,
    advance: async (to) => {
      time = to;
      log.push(`day ${to / DAY}`);
    },
    tick: async () => void log.push('tick'),
    live: async () => log.push('live'),
    judge: async () => 0,
    docket: async () => [],
    agenda: async () => [],
    duties: async () => [],
    indexed: async () => void log.push('indexed'),
    failed: () => log.push('failed'),
    ...overrides,
  };
  return { log, all };
}

async function problemOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof ControlProblem) return error.code;
    throw error;
  }
  return 'none';
}

describe('the mover of the local clock', () => {
  it('lets everybody act before it goes and at every stop, and waits for the index at the end', async () => {
    const { log, all } = parts();
    const mover = new ClockMover(all);
    await mover.begin('next-phase');
    expect(mover.busy).to.equal(true);
    await mover.settled();
    const act = ['tick', 'live', 'tick'];
    expect(log).to.deep.equal([...act, 'day 3.5', ...act, 'indexed']);
    expect(mover.busy).to.equal(false);
    expect(mover.step).to.equal(null);
    expect(mover.error).to.equal(null);
  });

  it('goes to the next phase, the next epoch or a time', async () => {
    const { log, all } = parts();
    const mover = new ClockMover(all);
    for (const to of ['next-epoch', 'next-phase', 'next-epoch', 21 * DAY + 1] as const) {
      await mover.begin(to);
      await mover.settled();
    }
    expect(log.filter((entry) => entry.startsWith('day')).map((entry) => Number(entry.slice(4)))).to.include.members([
      7, 10.5, 14, 21,
    ]);
    expect(await all.now()).to.equal(21 * DAY + 1);
  });

  it('says in both languages what happens while it moves', async () => {
    const seen = new Set<string>();
    const { all } = parts({
      live: async () => {
        seen.add(mover.step?.en ?? '');
        expect(mover.step?.['zh-Hans']).to.match(/第 0 周期/);
        return 0;
      },
    });
    const mover = new ClockMover(all);
    await mover.begin('next-phase');
    await mover.settled();
    expect(mover.error).to.equal(null);
    expect([...seen]).to.include('Epoch 0, day 4: residents buy, measure, reveal, judge and vote');
  });

  it('leaves the relay alone when residents have done nothing', async () => {
    const { log, all } = parts({ live: async () => 0 });
    const mover = new ClockMover(all);
    await mover.begin(4 * DAY);
    await mover.settled();
    expect(log).to.deep.equal(['tick', 'day 3.5', 'tick', 'day 4', 'tick', 'indexed']);
  });

  it('refuses a second move while one is under way', async () => {
    const { all } = parts();
    const mover = new ClockMover(all);
    const both = await Promise.all([problemOf(mover.begin('next-phase')), problemOf(mover.begin('next-epoch'))]);
    expect(both.sort()).to.deep.equal(['clock-busy', 'none']);
    expect(await problemOf(mover.begin('next-phase'))).to.equal('clock-busy');
    await mover.settled();
    expect(await problemOf(mover.begin('next-phase'))).to.equal('none');
    await mover.settled();
  });

  it('goes neither back nor too far', async () => {
    const { log, all } = parts();
    const mover = new ClockMover(all);
    expect(await problemOf(mover.begin(DAY))).to.equal('clock-backward');
    expect(await problemOf(mover.begin(27 * 7 * DAY + DAY))).to.equal('clock-too-far');
    expect(mover.busy).to.equal(false);
    expect(log).to.deep.equal([]);
  });

  it('tells an error and can be asked again', async () => {
    let isBroken = true;
    const { log, all } = parts({
      tick: async () => {
        if (isBroken) throw new Error('the relay is away');
      },
    });
    const mover = new ClockMover(all);
    await mover.begin('next-phase');
    await mover.settled();
    expect(mover.error).to.equal('the relay is away');
    expect(mover.busy).to.equal(false);
    expect(log).to.deep.equal(['failed']);
    isBroken = false;
    await mover.begin('next-phase');
    expect(mover.error).to.equal(null);
    await mover.settled();
    expect(mover.error).to.equal(null);
  });

  it('is not stuck when the chain does not say the time', async () => {
    const { all } = parts({ now: () => Promise.reject(new Error('no chain')) });
    const mover = new ClockMover(all);
    await mover.begin('next-phase').then(
      () => expect.fail('it should not begin'),
      (error: Error) => expect(error.message).to.equal('no chain'),
    );
    expect(mover.busy).to.equal(false);
  });

  it('stops at the next stop when it is closed', async () => {
    const { log, all } = parts();
    const mover = new ClockMover(all);
    await mover.begin(20 * 7 * DAY);
    await mover.close();
    expect(mover.busy).to.equal(false);
    expect(log.filter((entry) => entry.startsWith('day')).length).to.be.below(3);
  });

  const juror = '0x0000000000000000000000000000000000000007';

  it('stops at every deadline of the court on its way, also at those that come up on it', async () => {
    let deadlines = [2 * DAY];
    const { log, all } = parts({
      live: async () => 0,
      docket: async () => deadlines.map((endsAt) => ({ phase: 'Commit', endsAt }) as OpenDispute),
      tick: async () => {
        if ((await all.now()) === 2 * DAY) deadlines = [2 * DAY, 2.5 * DAY, 9 * DAY];
      },
    });
    const mover = new ClockMover(all);
    await mover.begin('next-phase');
    await mover.settled();
    expect(log.filter((entry) => entry.startsWith('day'))).to.deep.equal(['day 2', 'day 2.5', 'day 3.5']);
    await mover.begin('next-step');
    await mover.settled();
    expect(log.at(-2)).to.equal('day 7');
  });

  it('lets relay and jurors take turns until nobody has anything to do', async () => {
    let votes = 2;
    const { log, all } = parts({
      judge: async () => {
        log.push('judge');
        votes -= 1;
        return votes < 0 ? 0 : 1;
      },
    });
    const mover = new ClockMover(all);
    await mover.begin(2 * DAY);
    await mover.settled();
    const turns = ['tick', 'judge', 'tick', 'judge', 'tick', 'judge'];
    expect(log.slice(0, 8)).to.deep.equal(['tick', 'live', ...turns]);
  });

  it('halts where a window opens for the account that it moves as, and says why', async () => {
    const duty = { kind: 'reveal', disputeId: 3n, round: 0, candidateId: 7, until: 9 * DAY } as const;
    const { log, all } = parts({
      live: async (visitor) => {
        expect(visitor).to.equal(juror);
        return 0;
      },
      duties: async () => ((await all.now()) >= 7 * DAY ? [duty] : []),
    });
    const mover = new ClockMover(all);
    await mover.begin(20 * DAY, juror);
    await mover.settled();
    expect(mover.error).to.equal(null);
    expect(await all.now()).to.equal(7 * DAY);
    expect(mover.halted?.en).to.include('dispute 3');
    expect(log.at(-1)).to.equal('indexed');
    // He has seen it: the next move goes on.
    await mover.begin(20 * DAY, juror);
    expect(mover.halted).to.equal(null);
    await mover.settled();
    expect(await all.now()).to.equal(20 * DAY);
  });
});
