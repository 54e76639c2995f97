import { expect } from 'chai';
import type { Hex } from 'viem';
import { demandKind, type Leaf } from '../../../protocol/platforms/leaf.ts';
import { leafIdOf } from '../../../protocol/platforms/leaf-id-of.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../../protocol/settlement/receipt-digest.ts';
import type { Row } from '../index-reader.ts';
import { type Assertion, all, type Context, expectFields, id4, numbersIn } from './context.ts';

/** As the contract numbers them. */
const STATES = ['NONE', 'OPEN', 'ANSWERED', 'SLASHED'];
const LEAVES = { LOT: demandKind.lot, NOMINEE: demandKind.nominee, RECOMMENDER: demandKind.recommender } as const;
const GWEI = 1_000_000_000n;
const number = (id: string) => numbersIn(id)[0] ?? 0;

/** The receipt that was challenged. */
export function receiptOf(row: Row): Receipt {
  return {
    platformId: number(row.platform),
    epoch: number(row.epoch),
    orderId: row.orderId,
    lotId: Number(row.lotNumber),
    quantity: Number(row.quantity),
    sales: BigInt(row.sales),
    fee: BigInt(row.fee),
    commission: BigInt(row.commission),
    recommenderId: Number(row.recommenderNumber),
    nomineeId: Number(row.nomineeNumber),
    buyerCommitment: row.buyerCommitment,
  };
}

/** Id of what has a number, if there is such a thing. */
function existing({ index }: Context, kind: string, its: number): Hex | null {
  return index.get(kind)?.has(id4(its)) ? id4(its) : null;
}

/** What of a case does not depend on how it ended. */
function opened(context: Context, row: Row) {
  const { genesis, epochLength } = context.commune.clock;
  expect(BigInt(row.deadline) - BigInt(row.openedAt), row.id).to.equal(BigInt(epochLength) / 2n);
  expect(Number(row.openedAt)).to.be.greaterThan(genesis);
  expect(row.closedAt === null, row.id).to.equal(row.state === 'OPEN');
  expect(row.answeredBy === null, row.id).to.equal(row.state !== 'ANSWERED');
  expect(row.slash === null, row.id).to.equal(row.state !== 'SLASHED');
}

export const caseKinds: Record<string, Assertion> = {
  async ReceiptChallenge(context, rows) {
    const { platforms, settlement } = context.commune.contracts;
    for (const row of rows) {
      const receipt = receiptOf(row);
      expect(receiptDigest(receipt, context.commune.chainId, settlement.address)).to.equal(row.id);
      const { challenger, deadline, pledgeGwei, state } = await platforms.read.receiptCaseOf([row.id as Hex]);
      const { platformId, epoch, lotId, recommenderId, nomineeId } = receipt;
      const isPosted = (await settlement.read.postedAtOf([platformId, epoch])) !== 0;
      expectFields('ReceiptChallenge', row, {
        challenger,
        deadline: BigInt(deadline),
        pledge: BigInt(pledgeGwei) * GWEI,
        state: STATES[state],
        statement: isPosted ? id4(platformId, epoch) : null,
        lot: existing(context, 'Lot', lotId),
        recommender: recommenderId === 0 ? null : existing(context, 'Recommender', recommenderId),
        nominee: nomineeId === 0 ? null : existing(context, 'Experiencer', nomineeId),
      });
      opened(context, row);
    }
    expect(new Set(rows.map(({ state }) => state)).size).to.equal(STATES.length - 1);
    expect(rows.some(({ statement }) => statement === null)).to.equal(true);
    expect(rows.some(({ lot }) => lot === null)).to.equal(true);
  },

  async Demand(context, rows) {
    const { demands } = context.commune.contracts;
    const latest = new Set(all(context, 'DemandHistory').map((history) => history.latest));
    for (const row of rows) {
      const leaf: Leaf = {
        platformId: number(row.platform),
        epoch: number(row.epoch),
        kind: LEAVES[row.kind as keyof typeof LEAVES],
        lotId: Number(row.lotNumber),
        payeeId: Number(row.payeeNumber),
      };
      const hasLot = row.kind !== 'RECOMMENDER';
      const payee = (kind: string, of: string) =>
        row.kind === of && leaf.payeeId !== 0 ? existing(context, kind, leaf.payeeId) : null;
      expectFields('Demand', row, {
        leafId: leafIdOf(leaf),
        history: leafIdOf(leaf),
        statement: id4(leaf.platformId, leaf.epoch),
        lot: hasLot ? existing(context, 'Lot', leaf.lotId) : null,
        nominee: payee('Experiencer', 'NOMINEE'),
        recommender: payee('Recommender', 'RECOMMENDER'),
      });
      opened(context, row);
      expect(row.late).to.equal(row.state === 'ANSWERED' && BigInt(row.closedAt) > BigInt(row.deadline));
      const { challenger, deadline, pledgeGwei, state } = await demands.read.demandOf([row.leafId as Hex]);
      // What was slashed is forgotten, and may have been demanded again.
      if (row.state === 'SLASHED') {
        if (latest.has(row.id)) expect(STATES[state]).to.equal('NONE');
        continue;
      }
      expect(latest.has(row.id), `${row.id} is the last demand for its leaf`).to.equal(true);
      const pledge = BigInt(pledgeGwei) * GWEI;
      expectFields('Demand', row, { challenger, deadline: BigInt(deadline), pledge, state: STATES[state] });
    }
    expect(new Set(rows.map(({ state }) => state)).size).to.equal(STATES.length - 1);
    expect(new Set(rows.map(({ kind }) => kind)).size).to.equal(Object.keys(LEAVES).length);
    const ends = new Set(rows.filter(({ state }) => state === 'ANSWERED').map((row) => `${row.absent} ${row.late}`));
    expect([...ends].sort()).to.deep.equal(['false false', 'false true', 'true false']);
  },

  async DemandHistory(context, rows) {
    for (const row of rows) {
      const demands = all(context, 'Demand').filter(({ leafId }) => leafId === row.id);
      const sorted = demands.toSorted((a, b) => Number(a.openedAt) - Number(b.openedAt));
      expectFields('DemandHistory', row, { count: demands.length, latest: sorted.at(-1)?.id });
      expect(sorted.slice(0, -1).every(({ state }) => state === 'SLASHED')).to.equal(true);
    }
    expect(
      rows.some(({ count }) => count > 1),
      'one leaf was demanded again',
    ).to.equal(true);
  },
};
