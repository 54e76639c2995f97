import { expect } from 'chai';
import { buildStatementTrees } from '../../../protocol/settlement/build-statement-trees.ts';
import { purchaseProofArgument, referralProofArgument } from '../../../protocol/settlement/contract-arguments.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import type { ReceiptProofs } from '../../../relay/api/statements.ts';
import { provesInclusion } from '../../../web/shared/receipts/check-inclusion.ts';
import { scope as deployment, receipt } from './sample-receipt.ts';

const scope = { ...deployment, platformId: receipt.platformId, epoch: receipt.epoch };
const receipts: Receipt[] = Array.from({ length: 12 }, (_, i) => ({
  ...receipt,
  orderId: `0x${i.toString(16).padStart(64, '0')}`,
  lotId: i % 3,
  nomineeId: i % 4,
  recommenderId: i % 2,
  sales: receipt.sales + BigInt(i),
}));

/** As it comes over the wire. */
function asJson(value: unknown): ReceiptProofs {
  return JSON.parse(JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? String(item) : item)));
}

describe('inclusion of a receipt', () => {
  const built = () => buildStatementTrees(receipts, scope);
  const answerFor = async ({ orderId }: Receipt) => {
    const trees = await built();
    return asJson({ purchase: purchaseProofArgument(trees, orderId), referral: referralProofArgument(trees, orderId) });
  };

  it('is proven by both proofs, for every receipt of the statement', async () => {
    const trees = await built();
    for (const one of receipts) expect(provesInclusion(one, await answerFor(one), trees, scope)).to.equal(true);
  });

  it('is not by the proofs of another receipt, a changed amount, or another epoch', async () => {
    const trees = await built();
    const [one, other] = receipts as [Receipt, Receipt];
    const answer = await answerFor(one);
    expect(provesInclusion(other, answer, trees, scope)).to.equal(false);
    expect(provesInclusion({ ...one, fee: one.fee + 1n }, answer, trees, scope)).to.equal(false);
    expect(provesInclusion({ ...one, epoch: 5 }, answer, trees, { ...scope, epoch: 5 })).to.equal(false);
  });

  it('needs both trees', async () => {
    const trees = await built();
    const one = receipts[5] as Receipt;
    const answer = await answerFor(one);
    const { referral } = await answerFor(receipts[6] as Receipt);
    expect(provesInclusion(one, { ...answer, referral }, trees, scope)).to.equal(false);
  });

  it('is not proven by anything that is no proof', async () => {
    const trees = await built();
    const one = receipts[0] as Receipt;
    for (const nonsense of [{}, null, 'yes', { purchase: {}, referral: {} }, { purchase: { receiptPath: [1] } }]) {
      expect(provesInclusion(one, nonsense as never, trees, scope)).to.equal(false);
    }
  });
});
