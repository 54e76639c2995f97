import { expect } from 'chai';
import { privateKeyToAccount } from 'viem/accounts';
import { receiptDomain, receiptTypes } from '../../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../../protocol/settlement/receipt-digest.ts';
import type { SignedReceipt } from '../../../relay/api/receipts.ts';
import { receiptOf, verifyReceipt } from '../../../web/features/orders/order/verify-receipt.ts';

const settlement = `0x${'5e'.repeat(20)}` as const;
const operator = privateKeyToAccount(`0x${'11'.repeat(32)}`);
const stranger = privateKeyToAccount(`0x${'22'.repeat(32)}`);
const context = { chainId: 31337, settlement, operator: operator.address };

const body: SignedReceipt['receipt'] = {
  platformId: 1,
  epoch: 4,
  orderId: `0x${'ab'.repeat(32)}`,
  lotId: 7,
  quantity: 2,
  sales: '20000000',
  fee: '3000000',
  commission: '0',
  recommenderId: 0,
  nomineeId: 3,
  buyerCommitment: `0x${'cd'.repeat(32)}`,
};

async function signedBy(account: typeof operator, receipt = body): Promise<SignedReceipt> {
  const unsigned = { receipt, digest: `0x${'00'.repeat(32)}`, signature: '0x' } as SignedReceipt;
  const message = receiptOf(unsigned);
  const domain = receiptDomain(context.chainId, settlement);
  return {
    receipt,
    digest: receiptDigest(message, context.chainId, settlement),
    signature: await account.signTypedData({ domain, types: receiptTypes, primaryType: 'Receipt', message }),
  };
}

describe('a receipt', () => {
  it('is good when the operator signed exactly this', async () => {
    const check = await verifyReceipt(await signedBy(operator), context);
    expect(check).to.deep.equal({ isDigestRight: true, signer: operator.address, isSignedByOperator: true });
  });

  it('is not when somebody else signed it', async () => {
    const check = await verifyReceipt(await signedBy(stranger), context);
    expect(check).to.deep.equal({ isDigestRight: true, signer: stranger.address, isSignedByOperator: false });
  });

  it('is not when an amount was changed afterwards', async () => {
    const signed = await signedBy(operator);
    const check = await verifyReceipt({ ...signed, receipt: { ...body, sales: '10000000' } }, context);
    expect(check.isDigestRight).to.equal(false);
    expect(check.isSignedByOperator).to.equal(false);
  });

  it('is not when the signature is no signature', async () => {
    const check = await verifyReceipt({ ...(await signedBy(operator)), signature: '0x1234' }, context);
    expect(check.signer).to.equal(null);
  });
});
