import { expect } from 'chai';
import type { Address } from 'viem';
import { type Assertion, all, type Context, expectFields, id4 } from './context.ts';

const creditOf = async ({ commune }: Context, contract: string, account: string): Promise<bigint> => {
  const { settlement, evaluations } = commune.contracts;
  const keeper = contract === settlement.address.toLowerCase() ? settlement : evaluations;
  return keeper.read.creditOf([account as Address]);
};

export const accountKinds: Record<string, Assertion> = {
  async Account(context, rows) {
    const { settlement, evaluations, power, recommenders } = context.commune.contracts;
    const roles = { experiencer: 0, recommender: 0, credit: 0, refused: 0 };
    for (const row of rows) {
      const account = row.id as Address;
      const [experiencer, recommender] = [await power.read.idOf([account]), await recommenders.read.idOf([account])];
      expectFields('Account', row, {
        settlementCredit: await settlement.read.creditOf([account]),
        evaluationsCredit: await evaluations.read.creditOf([account]),
        experiencer: experiencer === 0 ? null : id4(experiencer),
        recommender: recommender === 0 ? null : id4(recommender),
      });
      roles.experiencer += Math.sign(experiencer);
      roles.recommender += Math.sign(recommender);
      roles.credit += row.settlementCredit === '0' ? 0 : 1;
      roles.refused += row.evaluationsCredit === '0' ? 0 : 1;
    }
    expect(
      Object.values(roles).every((count) => count > 0),
      JSON.stringify(roles),
    ).to.equal(true);
    expect(roles.experiencer).to.equal(await power.read.registered());
    expect(roles.recommender).to.equal(await recommenders.read.registered());
  },

  async CreditMovement(context, rows) {
    const balances = new Map<string, bigint>();
    for (const { account, contract, kind, amount } of rows) {
      const key = `${contract}/${account}`;
      balances.set(key, (balances.get(key) ?? 0n) + (kind === 'WITHDRAWAL' ? -1n : 1n) * BigInt(amount));
    }
    for (const [key, balance] of balances) {
      const [contract = '', account = ''] = key.split('/');
      expect(balance, key).to.equal(await creditOf(context, contract, account));
    }
    const kinds = new Set(rows.map(({ kind }) => kind));
    expect([...kinds].sort()).to.deep.equal(['COMMISSION', 'EXPERT_SHARE', 'REFUSED_PAYMENT', 'WITHDRAWAL']);
    const shares = rows.filter(({ kind }) => kind === 'EXPERT_SHARE');
    expect(shares.every(({ lot, epoch }) => lot !== null && epoch !== null)).to.equal(true);
  },

  async Recommender(context, rows) {
    const { recommenders } = context.commune.contracts;
    expect(rows.length).to.equal(await recommenders.read.registered());
    for (const row of rows) {
      const openings = all(context, 'RecommenderOpening').filter(({ recommender }) => recommender === row.id);
      expectFields('Recommender', row, {
        id: id4(row.number),
        account: await recommenders.read.accountOf([row.number]),
        payout: await recommenders.read.payoutOf([row.number]),
        orders: openings.reduce((total, { orders }) => total + BigInt(orders), 0n),
        sales: openings.reduce((total, { sales }) => total + BigInt(sales), 0n),
        commissions: openings.reduce((total, { commissions }) => total + BigInt(commissions), 0n),
      });
    }
    expect(
      rows.some(({ account, payout }) => account !== payout),
      'one moved his payout',
    ).to.equal(true);
  },
};
