import { expect } from 'chai';
import { epochAmounts } from '../../../protocol/token/emission.ts';
import { emissionRows, erasOf, vestingProgress } from '../../../web/features/treasury/emission-view.ts';

describe('emission as the treasury shows it', () => {
  it('halves every 208 epochs', () => {
    const [first, second] = erasOf(3, 2);
    expect(first).to.include({ number: 0, from: 3, until: 211 });
    expect(second).to.include({ number: 1, from: 211, until: 419, amount: (first?.amount ?? 0n) / 2n });
  });

  it('lists epochs from the present one back, with what became of them', () => {
    const rows = emissionRows(4, 8, [{ number: 6, roundCount: 2, mined: '5' }], 4);
    expect(rows.map(({ epoch, stage, rounds, claimed }) => [epoch, stage, rounds, claimed])).to.deep.equal([
      [8, 'running', 0, 0n],
      [7, 'registering', 0, 0n],
      [6, 'open', 2, 5n],
      [5, 'idle', 0, 0n],
    ]);
    expect(rows[0]).to.include(epochAmounts(4));
    expect(emissionRows(4, 3, [], 4)).to.deep.equal([]);
    expect(emissionRows(4, 4, [], 4).map(({ epoch }) => epoch)).to.deep.equal([4]);
  });
});

describe('vesting as a bar', () => {
  it('begins and ends with its time', () => {
    expect(vestingProgress(100, 500, 50)).to.equal(0);
    expect(vestingProgress(100, 500, 200)).to.equal(2_500);
    expect(vestingProgress(100, 500, 900)).to.equal(10_000);
    expect(vestingProgress(100, 100, 100)).to.equal(10_000);
  });
});
