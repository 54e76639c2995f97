import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { keccak256, numberToHex } from 'viem';
import { blockDigest } from '../../../protocol/documents/block-digest.ts';
import { canonicalJson } from '../../../protocol/documents/canonical-json.ts';
import { ProtocolError } from '../../../protocol/error.ts';
import { orderFile } from '../../../protocol/settlement/order-file.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { readOrderFile, writeOrderFile } from '../../../relay/statements/order-file-on-disk.ts';

const SCOPE = {
  chainId: 31337,
  settlement: '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  platformId: 1,
  epoch: 12,
} as const;

function receipt(i: number): Receipt {
  return {
    platformId: 1,
    epoch: 12,
    orderId: keccak256(numberToHex(i)),
    lotId: i % 7,
    quantity: 1 + (i % 3),
    sales: 2n ** 72n - 1n - BigInt(i),
    fee: BigInt(i),
    commission: 0n,
    recommenderId: 0,
    nomineeId: i % 5,
    buyerCommitment: keccak256(numberToHex(i + 1_000_000)),
  };
}

async function* pagesOf(receipts: Receipt[], size: number) {
  for (let i = 0; i < receipts.length; i += size) yield receipts.slice(i, i + size);
}

describe('order file', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'order-file-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is the same as a stream and in one piece, and its digest is that of its bytes', async () => {
    const receipts = Array.from({ length: 1_234 }, (_, i) => receipt(i));
    const ordered = receipts.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1));
    const path = join(folder, 'streamed');
    const digest = await writeOrderFile(path, SCOPE, receipts.length, pagesOf(ordered, 100));
    expect(readFileSync(path).equals(orderFile(SCOPE, receipts))).to.equal(true);
    expect(digest).to.equal(blockDigest(readFileSync(path)));
    expect([...readOrderFile(path)]).to.deep.equal(ordered);
  });

  it('has canonical lines and nothing personal', async () => {
    const text = new TextDecoder().decode(orderFile(SCOPE, [receipt(1)]));
    const [header = '', line = '', end] = text.split('\n');
    expect(header).to.equal(
      '{"chainId":31337,"epoch":12,"orders":1,"platformId":1,"settlement":"0x5fbdb2315678afecb367f032d93f642f64180aa3"}',
    );
    expect(line).to.equal(new TextDecoder().decode(canonicalJson(JSON.parse(line))));
    expect(Object.keys(JSON.parse(line))).to.deep.equal([
      'buyerCommitment',
      'commission',
      'fee',
      'lotId',
      'nomineeId',
      'orderId',
      'quantity',
      'recommenderId',
      'sales',
    ]);
    expect(end).to.equal('');
  });

  for (const [what, change] of Object.entries({
    'is cut off': (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1),
    'has a line that is no order': (text: string) => text.replace('"lotId":1', '"lotId":-1'),
    'is no JSON': () => 'orders\n',
    'is empty': () => '',
  })) {
    it(`is refused when it ${what}`, () => {
      const path = join(folder, 'broken');
      writeFileSync(path, change(new TextDecoder().decode(orderFile(SCOPE, [receipt(1), receipt(8)]))));
      expect(() => [...readOrderFile(path)])
        .to.throw(ProtocolError)
        .with.property('code', 'BadOrderFile');
    });
  }
});
