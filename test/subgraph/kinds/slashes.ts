import { expect } from 'chai';
import { compensationOf } from '../../../protocol/platforms/compensation-of.ts';
import { costOfCase, keptBackOf } from '../../../protocol/platforms/cost-of-case.ts';
import { type Owed, owedFor } from '../../../protocol/platforms/owed-for.ts';
import type { Row } from '../index-reader.ts';
import { receiptOf } from './cases.ts';
import { type Assertion, all, byTime, type Context, expectFields, id4, numbersIn, one } from './context.ts';

/** Shares that the history knew; the contract does not keep that of the commune. */
const SHARES = [
  { expertBps: 1_000, experiencerBps: 5_000, communeBps: 60 },
  { expertBps: 900, experiencerBps: 5_500, communeBps: 70 },
];

/** What a challenged receipt may have owed when its platform was slashed. */
function mayOwe(context: Context, challenge: Row): Owed[] {
  return SHARES.map((shares) => {
    if (challenge.statement === null) return owedFor(receiptOf(challenge), shares);
    const { expertBps, experiencerBps } = one(context, 'Statement', challenge.statement);
    return owedFor(receiptOf(challenge), { ...shares, expertBps, experiencerBps });
  });
}

export const slashKinds: Record<string, Assertion> = {
  async Slash(context, rows) {
    const before = new Map<string, { epoch: string; slashed: bigint }>();
    for (const row of rows.toSorted(byTime)) {
      const last = before.get(row.platform);
      const slashed = last !== undefined && last.epoch === row.epoch ? last.slashed : 0n;
      const amount = BigInt(row.amount);
      const bond = BigInt(row.bond) + amount;
      const challenge = row.receiptChallenge === null ? null : one(context, 'ReceiptChallenge', row.receiptChallenge);
      // Fees of the run are far below a fortieth of the bonds: what was kept back of an equivocation makes no difference.
      const keptBack = challenge === null ? 0n : keptBackOf(receiptOf(challenge));
      const owed = challenge === null ? [0n] : mayOwe(context, challenge).map(({ total }) => total);
      const costs = owed.map((due) => costOfCase({ bond, slashed, owed: due, keptBack }));
      const { compensation, reward, audit } = row;
      expect(costs.map((cost) => [cost.amount, cost.compensation, cost.reward, cost.audit].join())).to.include(
        [amount, compensation, reward, audit].join(),
      );
      before.set(row.platform, { epoch: row.epoch, slashed: slashed + amount });
      const isOf = { RECEIPT: row.receiptChallenge, EQUIVOCATION: row.equivocation, DEMAND: row.demand };
      const cases = Object.entries(isOf).filter(([, id]) => id !== null);
      expect(cases.map(([kind]) => kind)).to.deep.equal([row.kind]);
    }
    expect(new Set(rows.map(({ kind }) => kind)).size).to.equal(3);
    for (const { id, slash } of all(context, 'ReceiptChallenge').filter(({ state }) => state === 'SLASHED')) {
      expect(one(context, 'Slash', slash).caseId).to.equal(id);
    }
    for (const { leafId, slash } of all(context, 'Demand').filter(({ state }) => state === 'SLASHED')) {
      expect(one(context, 'Slash', slash).caseId).to.equal(leafId);
    }
  },

  async Equivocation(context, rows) {
    const { platforms } = context.commune.contracts;
    expect(rows.length).to.equal(context.crowd.contradictions.length);
    for (const { platformId, orderId } of context.crowd.contradictions) {
      const row = one(context, 'Equivocation', `${id4(platformId)}${orderId.slice(2)}`);
      const { challenger, reward } = await platforms.read.equivocationOf([platformId, orderId]);
      const slash = one(context, 'Slash', row.slash);
      expectFields('Equivocation', row, { challenger, orderId, platform: id4(platformId), reward: slash.reward });
      expect(reward).to.equal(row.rewardWithdrawn ? 0n : BigInt(row.reward));
    }
    expect(rows.map(({ rewardWithdrawn }) => rewardWithdrawn)).to.include.members([true, false]);
  },

  async Compensation(context, rows) {
    const { recommenders } = context.commune.contracts;
    for (const row of rows) {
      const challenge = one(context, 'ReceiptChallenge', row.receiptChallenge);
      const receipt = receiptOf(challenge);
      const { recommenderId, nomineeId, lotId } = receipt;
      const payees = {
        lot: row.lot !== null,
        late: row.late,
        recommender: recommenderId !== 0 && recommenderId <= (await recommenders.read.registered()),
      };
      const amount = BigInt(row.amount);
      const possible = mayOwe(context, challenge)
        .filter(({ total }) => total >= amount)
        .map((owed) => compensationOf(receipt, owed, amount, payees));
      const { expertShare, potShare, commission, communeShare, auditShare, nominatedFees } = row;
      const found = { expertShare, potShare, commission, communeShare, auditShare, nominatedFees };
      const asText = (parts: object) => Object.entries(parts).map(([name, part]) => `${name} ${part}`);
      expect(
        possible.map((parts) => asText(parts).sort().join()),
        row.id,
      ).to.include(asText(found).sort().join());
      expect(challenge.compensation).to.equal(row.id);
      expectFields('Compensation', row, {
        slash: challenge.slash,
        platform: challenge.platform,
        epoch: challenge.epoch,
        lot: challenge.lot,
        recommender: challenge.recommender,
        nomination: payees.lot && !row.late && nomineeId !== 0 ? id4(lotId, nomineeId) : null,
      });
      expect(one(context, 'Slash', row.slash).compensation).to.equal(row.amount);
      expect(row.expert === null).to.equal(!payees.lot);
      expect(row.payout === null).to.equal(!payees.recommender);
      expect(numbersIn(row.platform)[0]).to.equal(receipt.platformId);
    }
    expect(rows.map(({ late }) => late)).to.include.members([true, false]);
    expect(
      rows.some(({ expert }) => expert === null),
      "nobody's lot",
    ).to.equal(true);
    expect(rows.some(({ nomination }) => nomination !== null)).to.equal(true);
  },
};
