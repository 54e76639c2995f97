import { expect } from 'chai';
import { type Candidate, NOBODY, nominate } from '../../../scripts/cycle/nominate.ts';
import { Random } from '../../../scripts/cycle/random.ts';

const crowd = (score: (id: number) => number): Candidate[] =>
  Array.from({ length: 20 }, (_, i) => ({ id: i + 1, score: score(i + 1) }));
const stranger = { experiencerId: 0 };
const many = (run: (random: Random) => number, count = 10_000) => {
  const random = new Random(30);
  return Array.from({ length: count }, () => run(random));
};
const share = (ids: number[], id: number) => ids.filter((one) => one === id).length / ids.length;

describe('nominate', () => {
  it('lets a registered buyer name himself mostly', () => {
    const named = many((random) =>
      nominate(
        { experiencerId: 7 },
        {},
        crowd(() => 1),
        random,
      ),
    );
    expect(share(named, 7)).to.be.within(0.68, 0.72);
    expect(share(named, NOBODY)).to.be.within(0.065, 0.085);
  });

  it('lets a quarter of the others name nobody', () => {
    expect(
      share(
        many((random) =>
          nominate(
            stranger,
            {},
            crowd(() => 1),
            random,
          ),
        ),
        NOBODY,
      ),
    ).to.be.within(0.23, 0.27);
  });

  it('prefers a better record', () => {
    const named = many((random) =>
      nominate(
        stranger,
        {},
        crowd((id) => id),
        random,
      ),
    );
    expect(share(named, 20)).to.be.within(0.17, 0.21);
    expect(share(named, 20)).to.be.greaterThan(share(named, 12));
    expect(share(named, 12)).to.be.greaterThan(share(named, 6));
    for (const id of [1, 2, 3, 4]) expect(named).not.to.include(id);
  });

  it('leaves ties to chance', () => {
    const named = many((random) =>
      nominate(
        stranger,
        {},
        crowd(() => 0),
        random,
      ),
    );
    for (let id = 1; id <= 20; id++) expect(share(named, id)).to.be.within(0.025, 0.05);
  });

  it('never names who cannot report on the lot', () => {
    const lot = { excluded: new Set([7, 20]) };
    const named = many((random) =>
      nominate(
        { experiencerId: 7 },
        lot,
        crowd((id) => id),
        random,
      ),
    );
    expect(named).not.to.include(7);
    expect(named).not.to.include(20);
  });

  it('names nobody where there is nobody', () => {
    expect(new Set(many((random) => nominate(stranger, {}, [], random), 50))).to.deep.equal(new Set([NOBODY]));
  });

  it('follows other habits', () => {
    const habits = { selfBps: 10_000, nobodyBps: 0 };
    expect(
      share(
        many((random) => nominate({ experiencerId: 7 }, {}, [], random, habits)),
        7,
      ),
    ).to.equal(1);
    expect(
      many((random) =>
        nominate(
          stranger,
          {},
          crowd(() => 0),
          random,
          habits,
        ),
      ),
    ).not.to.include(NOBODY);
  });

  it('is the same for a seed', () => {
    const run = () =>
      many(
        (random) =>
          nominate(
            stranger,
            {},
            crowd((id) => id % 5),
            random,
          ),
        100,
      );
    expect(run()).to.deep.equal(run());
  });
});
