import { expect } from 'chai';
import { readReceiptFile, readSigned, writeReceiptFile } from '../../../web/shared/receipts/receipt-file.ts';
import { recoverSigner } from '../../../web/shared/receipts/verify-receipt.ts';
import { receipt, scope, signedBy, signer, stranger } from './sample-receipt.ts';

const OTHER = `0x${'0a'.repeat(20)}` as const;

describe('receipt file', () => {
  const written = async () => writeReceiptFile(await signedBy(signer), scope);
  const changed = async (change: object) => JSON.stringify({ ...JSON.parse(await written()), ...change });
  const reasonOf = (text: string) => {
    const read = readReceiptFile(text, scope);
    return read.kind === 'bad' ? read.reason : 'none';
  };

  it('brings back what was written, with a digest of its own', async () => {
    const read = readReceiptFile(await changed({ digest: `0x${'00'.repeat(32)}` }), scope);
    const { signature, digest } = await signedBy(signer);
    expect(read).to.deep.equal({ kind: 'read', receipts: [{ receipt, signature, digest }] });
  });

  it('of the order service holds here, too', async () => {
    const signed = await signedBy(signer);
    expect(readReceiptFile(JSON.stringify(signed), scope)).to.deep.equal({
      kind: 'read',
      receipts: [readSigned(signed, scope)],
    });
  });

  it('may hold two receipts, and no more', async () => {
    const one = await written();
    const two = readReceiptFile(`[${one},${one}]`, scope);
    expect(two.kind === 'read' && two.receipts.length).to.equal(2);
    expect(reasonOf(`[${one},${one},${one}]`)).to.equal('tooMany');
    expect(reasonOf('[]')).to.equal('notReceipt');
  });

  it('says what is wrong with it', async () => {
    const { receipt: body } = await signedBy(signer);
    expect(reasonOf('hello')).to.equal('notJson');
    expect(reasonOf('null')).to.equal('notReceipt');
    expect(reasonOf('{"receipt":{}}')).to.equal('notReceipt');
    expect(reasonOf(await changed({ chainId: 1 }))).to.equal('otherChain');
    expect(reasonOf(await changed({ settlement: OTHER }))).to.equal('otherContract');
    expect(reasonOf(await changed({ signature: '0x123' }))).to.equal('notReceipt');
    for (const bad of [
      { sales: '-1' },
      { sales: `${1n << 72n}` },
      { lotId: -1 },
      { lotId: 2 ** 32 },
      { orderId: '0x12' },
    ]) {
      expect(reasonOf(await changed({ receipt: { ...body, ...bad } })), JSON.stringify(bad)).to.equal('notReceipt');
    }
  });
});

describe('a receipt', () => {
  it('names who signed exactly this', async () => {
    expect(await recoverSigner(readSigned(await signedBy(signer), scope))).to.equal(signer.address);
    expect(await recoverSigner(readSigned(await signedBy(stranger), scope))).to.equal(stranger.address);
  });

  it('does not when an amount was changed afterwards', async () => {
    const signed = await signedBy(signer);
    const read = readSigned({ ...signed, receipt: { ...signed.receipt, sales: '10000000' } }, scope);
    expect(read.digest).not.to.equal(signed.digest);
    expect(await recoverSigner(read)).not.to.equal(signer.address);
  });

  it('names nobody when the signature is none', async () => {
    const signed = readSigned({ ...(await signedBy(signer)), signature: '0x1234' }, scope);
    expect(await recoverSigner(signed)).to.equal(null);
  });
});
