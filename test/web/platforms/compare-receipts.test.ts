import { expect } from 'chai';
import { compareReceipts } from '../../../web/features/platforms/check/compare-receipts.ts';
import { readSigned } from '../../../web/shared/receipts/receipt-file.ts';
import { receipt, scope, signedBy, signer } from '../receipts/sample-receipt.ts';

describe('two receipts', () => {
  const read = async (change: Partial<typeof receipt> = {}) =>
    readSigned(await signedBy(signer, { ...receipt, ...change }), scope);

  it('catch a platform that signed both for one order', async () => {
    const both = [await read(), await read({ sales: 1n })] as const;
    expect(compareReceipts(both, true)).to.equal('caught');
    expect(compareReceipts(both, false)).to.equal('forged');
    expect(compareReceipts([await read(), await read({ epoch: 9 })], true)).to.equal('caught');
  });

  it('are no offence when they are one, or for two orders', async () => {
    expect(compareReceipts([await read(), await read()], true)).to.equal('same');
    expect(compareReceipts([await read(), await read({ orderId: `0x${'01'.repeat(32)}` })], true)).to.equal('orders');
    expect(compareReceipts([await read(), await read({ platformId: 2 })], true)).to.equal('orders');
  });
});
