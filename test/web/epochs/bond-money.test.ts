import { expect } from 'chai';
import { bondMoney } from '../../../web/features/epochs/bond-money.ts';

describe('money from bonds', () => {
  it('says whom they paid, and is silent when they paid nobody', () => {
    const compensation = { expertShare: '10', potShare: '50', commission: '7', communeShare: '3', auditShare: '1' };
    expect(
      bondMoney([
        { slash: { reward: '20', audit: '21' }, compensation },
        { slash: null, compensation: null },
      ]),
    ).to.deep.equal({ experts: 10n, pots: 50n, recommenders: 7n, commune: 3n, challengers: 20n, audit: 22n });
    expect(bondMoney([{ slash: null, compensation: null }])).to.equal(null);
  });
});
