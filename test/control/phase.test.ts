import { expect } from 'chai';
import { phaseAt, stopsUntil } from '../../scripts/control/phase.ts';

const DAY = 24 * 60 * 60;
const clock = { genesis: 1_000_000, epochLength: 7 * DAY };
const at = (epoch: number, days: number) => clock.genesis + epoch * clock.epochLength + days * DAY;

describe('phases of the local clock', () => {
  it('are the halves of an epoch', () => {
    expect(phaseAt(clock, at(9, 0))).to.deep.equal({ epoch: 9, phase: 'first', nextPhaseAt: at(9, 3.5) });
    expect(phaseAt(clock, at(9, 3.5) - 1).phase).to.equal('first');
    expect(phaseAt(clock, at(9, 3.5))).to.deep.equal({ epoch: 9, phase: 'second', nextPhaseAt: at(10, 0) });
  });

  it('are all stopped at, the target last', () => {
    expect(stopsUntil(clock, at(9, 1), at(9, 3.5))).to.deep.equal([at(9, 3.5)]);
    expect(stopsUntil(clock, at(9, 3.5), at(11, 1))).to.deep.equal([at(10, 0), at(10, 3.5), at(11, 0), at(11, 1)]);
    expect(stopsUntil(clock, at(9, 1), at(9, 1) + 1)).to.deep.equal([at(9, 1) + 1]);
  });

  it('leave no phase out, wherever a move begins and ends', () => {
    for (let hours = 0; hours < 7 * 24; hours += 5) {
      const [from, target] = [at(3, 0) + hours * 3600, at(5, 0) + hours * 3600];
      const stops = stopsUntil(clock, from, target);
      expect(stops).to.deep.equal([...new Set(stops)].sort((a, b) => a - b));
      expect(stops.at(-1)).to.equal(target);
      const all = [from, ...stops];
      for (const [i, stop] of stops.entries()) expect(stop - (all[i] ?? 0)).to.be.at.most(clock.epochLength / 2);
    }
  });

  it('work with an epoch of odd length', () => {
    const odd = { genesis: 7, epochLength: 603 };
    const stops = stopsUntil(odd, 7, 7 + 2 * 603);
    expect(stops).to.deep.equal([7 + 301, 7 + 603, 7 + 904, 7 + 1206]);
  });
});
