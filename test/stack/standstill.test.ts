import { expect } from 'chai';
import { Standstill } from '../../scripts/stack/graph/standstill.ts';
import type { SubgraphHealth } from '../../subgraph/status.ts';

const at = (block: number, more: Partial<SubgraphHealth> = {}): SubgraphHealth => ({
  block,
  head: block,
  lag: 0,
  health: 'healthy',
  error: null,
  isStuck: false,
  ...more,
});
const broken = { health: 'failed', error: 'connection closed' } as const;

/** Looks until there is a reason to restart. */
function looksUntilReason(watch: Standstill, health: SubgraphHealth, head: number): number {
  for (let looks = 1; looks <= 1000; looks++) if (watch.look(health, head) !== null) return looks;
  expect.fail('never a reason');
}

describe('an index that stands still', () => {
  it('is not one that grows, however slowly, nor one that has everything', () => {
    const watch = new Standstill();
    for (let look = 0; look < 200; look++) expect(watch.look(at(Math.floor(look / 10)), 5000)).to.equal(null);
    for (let look = 0; look < 200; look++) expect(watch.look(at(5000), 5000)).to.equal(null);
  });

  it('is restarted after half a minute without a block, also when graph-node no longer follows the chain', () => {
    const watch = new Standstill();
    watch.look(at(887), 5217);
    const reasons = Array.from({ length: 16 }, () => watch.look(at(888), 5217));
    expect(reasons.slice(0, -1)).to.deep.equal(Array(15).fill(null));
    expect(reasons.at(-1)).to.equal('888 / 5217');
  });

  it('is given twice as long each time it did not help, and the first patience once it has gone on', () => {
    const watch = new Standstill();
    const waits = () => looksUntilReason(watch, at(888), 5217);
    expect([waits(), waits(), waits()]).to.deep.equal([16, 30, 60]);
    watch.look(at(889), 5217);
    expect(looksUntilReason(watch, at(889), 5217)).to.equal(15);
  });

  it('is restarted sooner when it says itself that it has failed, but not at once', () => {
    const watch = new Standstill();
    expect(watch.look(at(888, broken), 5217)).to.equal(null);
    expect(watch.look(at(888), 5217), 'it went on by itself').to.equal(null);
    expect(watch.look(at(888, broken), 5217)).to.equal(null);
    expect(watch.look(at(888, broken), 5217)).to.equal('connection closed');
    expect(watch.look(at(888, broken), 5217), 'the restart has its time').to.equal(null);
  });

  it('is left alone when a handler is wrong, when nobody answers, and when the chain cannot be asked', () => {
    const watch = new Standstill();
    for (let look = 0; look < 100; look++) {
      expect(watch.look(at(888, { ...broken, isStuck: true }), 5217)).to.equal(null);
      expect(watch.look(undefined, 5217)).to.equal(null);
    }
    for (let look = 0; look < 100; look++) expect(watch.look(at(888), undefined)).to.equal(null);
  });
});
