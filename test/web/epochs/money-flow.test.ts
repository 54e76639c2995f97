import { expect } from 'chai';
import { flowLayout } from '../../../web/features/epochs/flow-layout.ts';
import { moneyFlow, partBps } from '../../../web/features/epochs/money-flow.ts';

const EXAMPLE = {
  sales: 20_000_000n,
  fees: 3_000_000n,
  commissions: 0n,
  communeShare: 120_000n,
  expertBps: 1_000,
  experiencerBps: 5_000,
};
const SIZE = { width: 900, columns: [0, 330, 660], scale: 300, labelHeight: 44 } as const;

const to = (links: ReturnType<typeof moneyFlow>, node: string) => links.find((link) => link.to === node)?.amount;

describe('money flow', () => {
  it('splits the worked example of the protocol to the last unit', () => {
    const links = moneyFlow([EXAMPLE]);
    expect(to(links, 'experts')).to.equal(300_000n);
    expect(to(links, 'experiencers')).to.equal(1_500_000n);
    expect(to(links, 'platform')).to.equal(1_200_000n);
    expect(to(links, 'producer')).to.equal(17_000_000n);
    expect(to(links, 'commune')).to.equal(120_000n);
  });

  it('gives what buyers pay away without remainder, however it rounds', () => {
    const statements = [
      { ...EXAMPLE, sales: 1_000_003n, fees: 150_001n, commissions: 77n },
      { ...EXAMPLE, sales: 7n, fees: 3n, commissions: 1n, expertBps: 999, experiencerBps: 3_333 },
    ];
    const links = moneyFlow(statements);
    const paid = links.filter(({ from }) => from === 'sales').reduce((sum, { amount }) => sum + amount, 0n);
    const fees = links.filter(({ from }) => from === 'fees').reduce((sum, { amount }) => sum + amount, 0n);
    expect(paid).to.equal(1_000_010n);
    expect(fees).to.equal(150_004n);
  });

  it('leaves out what nobody gets', () => {
    expect(moneyFlow([])).to.deep.equal([]);
    expect(moneyFlow([EXAMPLE]).some(({ to: node }) => node === 'recommenders')).to.equal(false);
  });

  it('says parts in basis points, and nothing of nothing', () => {
    expect(partBps(1n, 3n)).to.equal(3_333);
    expect(partBps(5n, 0n)).to.equal(0);
  });
});

describe('layout of the money flow', () => {
  it('draws every link and keeps bars inside the picture', () => {
    const links = moneyFlow([{ ...EXAMPLE, commissions: 1_000_000n }]);
    const { bars, ribbons, height } = flowLayout(links, SIZE);
    expect(ribbons.map(({ to: node }) => node)).to.have.members(links.map(({ to: node }) => node));
    for (const bar of bars) expect(bar.y + bar.height).to.be.at.most(height);
    expect(ribbons.every(({ path }) => path.startsWith('M') && !path.includes('NaN'))).to.equal(true);
  });

  it('makes bars as high as their money', () => {
    const { bars } = flowLayout(moneyFlow([EXAMPLE]), SIZE);
    const height = (node: string) => bars.find((bar) => bar.node === node)?.height ?? 0;
    expect(height('experiencers') / height('platform')).to.be.closeTo(1.25, 0.01);
    expect(height('sales')).to.be.closeTo(height('producer') + height('fees'), 0.01);
  });

  it('keeps room for the label of each recipient', () => {
    const { bars } = flowLayout(moneyFlow([{ ...EXAMPLE, commissions: 1n }]), SIZE);
    const middles = bars.filter(({ x }) => x === SIZE.columns[2]).map(({ y, height }) => y + height / 2);
    const sorted = middles.toSorted((a, b) => a - b);
    for (const [i, middle] of sorted.slice(1).entries()) {
      expect(middle - (sorted[i] ?? 0)).to.be.at.least(SIZE.labelHeight);
    }
  });
});
