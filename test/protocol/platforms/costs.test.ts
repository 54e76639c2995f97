import { expect } from 'chai';
import fc from 'fast-check';
import { ProtocolError } from '../../../protocol/error.ts';
import { compensationOf } from '../../../protocol/platforms/compensation-of.ts';
import { type CaseCost, costOfCase, keptBackOf } from '../../../protocol/platforms/cost-of-case.ts';
import { owedFor } from '../../../protocol/platforms/owed-for.ts';
import { defaultShareRates } from '../../../protocol/settlement/share-rates.ts';
import { uint72 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

const USD = 1_000_000n;
const receipt = { sales: 100n * USD, fee: 15n * USD, commission: 5n * USD, nomineeId: 5 };

describe('costs of cases', () => {
  it('give the worked example to the last unit', () => {
    const owed = owedFor(receipt, defaultShareRates);
    expect(owed).to.deep.equal({
      expert: 1_500_000n,
      pot: 7_500_000n,
      commission: 5_000_000n,
      commune: 600_000n,
      total: 14_600_000n,
    });
    // A fortieth of the bond is more than ten times what was kept back.
    const bond = 10_000n * USD;
    const cost = costOfCase({ bond, slashed: 0n, owed: owed.total, keptBack: keptBackOf(receipt) });
    expect(cost).to.deep.equal({
      amount: 264_600_000n,
      compensation: 14_600_000n,
      reward: 125n * USD,
      audit: 125n * USD,
    });
  });

  it('are ten times what was kept back where that is more', () => {
    const cost = costOfCase({ bond: 100_000n * USD, slashed: 0n, owed: 0n, keptBack: 301n * USD });
    expect(cost).to.deep.equal({ amount: 3_010n * USD, compensation: 0n, reward: 1_505n * USD, audit: 1_505n * USD });
  });

  it('cut compensation and penalty alike at an eighth of the bond', () => {
    const cost = costOfCase({ bond: 800n, slashed: 0n, owed: 100n, keptBack: 30n });
    expect(cost).to.deep.equal({ amount: 100n, compensation: 25n, reward: 37n, audit: 38n });
  });

  it('wait for the next epoch once an eighth was taken, of what the bond was at its start', () => {
    const after = (slashed: bigint) => costOfCase({ bond: 800n - slashed, slashed, owed: 0n, keptBack: 0n });
    expect(after(80n).amount).to.equal(20n);
    expect(after(99n).amount).to.equal(20n);
    expect(expectError('SlashingCapReached', () => after(100n)).values).to.deep.equal({ slashed: 100n, limit: 100n });
  });

  it('are nothing when nothing is left', () => {
    const nothing = { amount: 0n, compensation: 0n, reward: 0n, audit: 0n };
    expect(costOfCase({ bond: 0n, slashed: 0n, owed: 0n, keptBack: 0n })).to.deep.equal(nothing);
    expect(costOfCase({ bond: 0n, slashed: 7n, owed: 9n, keptBack: 9n })).to.deep.equal(nothing);
  });

  it('keep their bounds for any bond and receipt', () => {
    fc.assert(
      fc.property(uint72, uint72, uint72, uint72, (bond, slashed, owed, keptBack) => {
        const cost = tryCost({ bond, slashed, owed, keptBack });
        if (cost === null) {
          expect(8n * slashed >= bond + slashed && bond > 0n).to.equal(true);
          return;
        }
        const { amount, compensation, reward, audit } = cost;
        expect(amount).to.equal(compensation + reward + audit);
        expect(amount <= bond && compensation <= owed && reward <= audit && audit <= reward + 1n).to.equal(true);
        // Together less than a quarter of what the bond was.
        if (8n * slashed < bond + slashed) expect(4n * (slashed + amount) <= bond + slashed + 8n).to.equal(true);
      }),
    );
  });

  it('are cut in proportion: a platform that owes itself does not get the penalty out', () => {
    fc.assert(
      fc.property(uint72, uint72, uint72, (bond, owed, keptBack) => {
        const { amount, compensation, reward, audit } = costOfCase({ bond, slashed: 0n, owed, keptBack });
        const due = owed + max(10n * keptBack, (bond + 39n) / 40n);
        expect(compensation * due <= amount * owed).to.equal(true);
        expect((reward + audit) * due >= amount * (due - owed)).to.equal(true);
      }),
    );
  });
});

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);

describe('compensations', () => {
  const everybody = { lot: true, late: false, recommender: true };

  it('pay all payees in full when they can', () => {
    const owed = owedFor(receipt, defaultShareRates);
    expect(compensationOf(receipt, owed, owed.total, everybody)).to.deep.equal({
      expertShare: 1_500_000n,
      potShare: 7_500_000n,
      commission: 5_000_000n,
      communeShare: 600_000n,
      auditShare: 0n,
      nominatedFees: 15_000_000n,
    });
  });

  it('give the parts of nobody to the audit fund', () => {
    const owed = owedFor(receipt, defaultShareRates);
    const nobody = compensationOf(receipt, owed, owed.total, { lot: false, late: false, recommender: false });
    expect(nobody).to.include({ expertShare: 0n, potShare: 0n, commission: 0n, communeShare: 600_000n });
    expect(nobody).to.include({ auditShare: 14_000_000n, nominatedFees: 0n });
    expect(compensationOf(receipt, owed, owed.total, { ...everybody, late: true }).nominatedFees).to.equal(0n);
    expect(compensationOf({ ...receipt, nomineeId: 0 }, owed, owed.total, everybody).nominatedFees).to.equal(0n);
  });

  it('are whole and never more to anybody than he is owed', () => {
    const any = fc.record({ sales: uint72, fee: uint72, commission: uint72, nomineeId: fc.constant(1) });
    const payees = fc.record({ lot: fc.boolean(), late: fc.boolean(), recommender: fc.boolean() });
    fc.assert(
      fc.property(any, payees, uint72, (one, who, some) => {
        const owed = owedFor(one, defaultShareRates);
        const amount = owed.total === 0n ? 0n : some % (owed.total + 1n);
        const parts = compensationOf(one, owed, amount, who);
        const { expertShare, potShare, commission, communeShare, auditShare, nominatedFees } = parts;
        expect(expertShare + potShare + commission + communeShare + auditShare).to.equal(amount);
        expect(expertShare <= owed.expert && potShare <= owed.pot && commission <= owed.commission).to.equal(true);
        expect(communeShare <= owed.commune && auditShare >= 0n && nominatedFees <= one.fee).to.equal(true);
        if (who.lot && who.recommender) expect(auditShare < 4n).to.equal(true);
      }),
    );
  });
});

function tryCost(terms: Parameters<typeof costOfCase>[0]): CaseCost | null {
  try {
    return costOfCase(terms);
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'SlashingCapReached') return null;
    throw error;
  }
}
