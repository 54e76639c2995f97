import { expect } from 'chai';
import { blockDigest } from '../../../protocol/documents/block-digest.ts';
import { orderFile } from '../../../protocol/settlement/order-file.ts';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { checkOrderFile } from '../../../web/features/epochs/check-order-file.ts';
import { orderFileVerdict } from '../../../web/features/epochs/order-file-verdict.ts';
import { rejection } from '../rejection.ts';

const scope = {
  chainId: 31_337,
  settlement: '0x00000000000000000000000000000000000000aa',
  platformId: 1,
  epoch: 4,
} as const;
const receipts: Receipt[] = [1, 2, 3].map((number) => ({
  platformId: 1,
  epoch: 4,
  orderId: `0x${String(number).repeat(64)}`,
  lotId: number,
  quantity: 1,
  sales: 1_000_000n * BigInt(number),
  fee: 150_000n * BigInt(number),
  commission: 0n,
  recommenderId: 0,
  nomineeId: 7,
  buyerCommitment: `0x${'ab'.repeat(32)}`,
}));
const file = orderFile(scope, receipts);

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('order file in the browser', () => {
  for (const size of [1, 7, 100, 1_000_000]) {
    it(`adds up and hashes a file that comes in chunks of ${size} bytes`, async () => {
      const facts = await checkOrderFile(inChunks(file, size));
      expect(facts).to.deep.equal({
        bytes: file.length,
        digest: blockDigest(file),
        platformId: 1,
        epoch: 4,
        promised: 3,
        orders: 3,
        sales: 6_000_000n,
        fees: 900_000n,
        commissions: 0n,
      });
    });
  }

  it('agrees with its statement, and tells each point in which another one differs', async () => {
    const facts = await checkOrderFile(inChunks(file, 64));
    const statement = {
      platformId: 1,
      epoch: 4,
      dataDigest: blockDigest(file),
      orders: 3n,
      sales: 6_000_000n,
      fees: 900_000n,
      commissions: 0n,
    };
    expect(Object.values(orderFileVerdict(facts, statement)).every(Boolean)).to.equal(true);
    const other = orderFileVerdict(facts, { ...statement, epoch: 5, fees: 1n });
    expect(other).to.include({ digest: true, statement: false, fees: false, sales: true });
  });

  it('sees that a line is missing', async () => {
    const short = orderFile(scope, receipts.slice(1));
    const facts = await checkOrderFile(inChunks(short, 64));
    const promising = { ...facts, promised: 3 };
    expect(
      orderFileVerdict(promising, {
        ...scope,
        dataDigest: facts.digest,
        orders: 2n,
        sales: 0n,
        fees: 0n,
        commissions: 0n,
      }).orders,
    ).to.equal(false);
  });

  it('refuses what is no order file', async () => {
    const text = new TextEncoder().encode('{"hello": 1}\n');
    expect(await rejection(checkOrderFile(inChunks(text, 5)))).to.match(/BadOrderFile/);
    expect(await rejection(checkOrderFile(inChunks(new Uint8Array(), 5)))).to.match(/BadOrderFile/);
  });
});
