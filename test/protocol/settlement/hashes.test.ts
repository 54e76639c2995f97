import { expect } from 'chai';
import fc from 'fast-check';
import { bytesToHex, concatHex, type Hex, hashTypedData, keccak256, numberToHex, padHex, stringToHex } from 'viem';
import { buyerCommitment } from '../../../protocol/settlement/buyer-commitment.ts';
import { branchLeafHash, receiptLeafHash } from '../../../protocol/settlement/leaf-hash.ts';
import { parentNode } from '../../../protocol/settlement/node.ts';
import { receiptDomain, receiptTypes } from '../../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../../protocol/settlement/receipt-digest.ts';
import { receiptLeaf } from '../../../protocol/settlement/receipt-leaf.ts';
import { NodeStore } from '../../../protocol/settlement/tree/node-store.ts';
import { ReceiptEncoder } from '../../../protocol/settlement/tree/receipt-encoder.ts';
import { TreeHasher } from '../../../protocol/settlement/tree/tree-hasher.ts';
import { treeDomain } from '../../../protocol/settlement/tree-domain.ts';
import { address, bytes32 } from '../arbitraries.ts';
import { receiptNumber, receiptsArbitrary, scope } from './receipts.ts';

const RECEIPT_TYPE =
  'Receipt(uint32 platformId,uint32 epoch,bytes32 orderId,uint32 lotId,uint32 quantity,uint72 sales,uint72 fee,' +
  'uint72 commission,uint32 recommenderId,uint32 nomineeId,bytes32 buyerCommitment)';
const word = (value: number | bigint): Hex => numberToHex(value, { size: 32 });

describe('receipt digest', () => {
  it('is EIP-712 of the type string in docs/encoding.md', () => {
    const receipt = receiptNumber(1, { sales: 20_000_000n, fee: 3_000_000n, recommenderId: 5, commission: 7n });
    const separator = keccak256(
      concatHex([
        keccak256(stringToHex('EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)')),
        keccak256(stringToHex('Trusted Commerce Commune')),
        keccak256(stringToHex('1')),
        word(31337),
        padHex(scope.settlement, { size: 32 }),
      ]),
    );
    const struct = keccak256(
      concatHex([
        keccak256(stringToHex(RECEIPT_TYPE)),
        word(receipt.platformId),
        word(receipt.epoch),
        receipt.orderId,
        word(receipt.lotId),
        word(receipt.quantity),
        word(receipt.sales),
        word(receipt.fee),
        word(receipt.commission),
        word(receipt.recommenderId),
        word(receipt.nomineeId),
        receipt.buyerCommitment,
      ]),
    );
    const digest = keccak256(concatHex(['0x1901', separator, struct]));
    expect(receiptDigest(receipt, scope.chainId, scope.settlement)).to.equal(digest);
  });

  it('is the same for viem, the plain leaf and the fast leaf', async () => {
    const store = new NodeStore();
    const hasher = await TreeHasher.create(store, treeDomain(scope));
    const encoder = new ReceiptEncoder(hasher, scope);
    fc.assert(
      fc.property(receiptsArbitrary(3), (receipts) => {
        for (const receipt of receipts) {
          const digest = hashTypedData({
            domain: receiptDomain(scope.chainId, scope.settlement),
            types: receiptTypes,
            primaryType: 'Receipt',
            message: receipt,
          });
          const leaf = receiptLeaf(receipt, scope.chainId, scope.settlement);
          expect(leaf.hash).to.equal(keccak256(concatHex(['0x0001', digest])));
          const target = new Uint8Array(64);
          encoder.writeLeaf(receipt, target, 0);
          expect(bytesToHex(target)).to.equal(concatHex([leaf.hash, word(leaf.sums)]));
        }
      }),
    );
  });

  it('is another one on another chain or for another contract', () => {
    const receipt = receiptNumber(1);
    const other = '0x00000000000000000000000000000000000000aa';
    expect(receiptDigest(receipt, 1, scope.settlement)).to.not.equal(receiptDigest(receipt, 2, scope.settlement));
    expect(receiptDigest(receipt, 1, scope.settlement)).to.not.equal(receiptDigest(receipt, 1, other));
  });
});

describe('tree hashes', () => {
  it('follow the packing in docs/encoding.md', () => {
    const domain = keccak256(
      concatHex([
        keccak256(stringToHex('TrustedCommerceCommune.Statement')),
        word(31337),
        padHex(scope.settlement, { size: 32 }),
        word(scope.platformId),
        word(scope.epoch),
      ]),
    );
    expect(treeDomain(scope)).to.equal(domain);
    fc.assert(
      fc.property(bytes32, bytes32, fc.integer({ min: 0, max: 32 }), (hash, other, innerDepth) => {
        expect(receiptLeafHash(hash)).to.equal(keccak256(concatHex(['0x0001', hash])));
        const tail = [domain, hash, word(5), numberToHex(innerDepth, { size: 1 })];
        const leaf = { innerRoot: hash, sums: 5n, innerDepth };
        expect(branchLeafHash('nominee', domain, leaf)).to.equal(keccak256(concatHex(['0x0002', ...tail])));
        expect(branchLeafHash('lot', domain, leaf)).to.equal(keccak256(concatHex(['0x0003', ...tail])));
        expect(branchLeafHash('recommender', domain, leaf)).to.equal(keccak256(concatHex(['0x0004', ...tail])));
        expect(parentNode({ hash, sums: 5n }, { hash: other, sums: 6n })).to.deep.equal({
          hash: keccak256(concatHex(['0x01', hash, word(5), other, word(6)])),
          sums: 11n,
        });
      }),
    );
  });

  it('hash with hash-wasm what viem hashes, at every length around the block size', async () => {
    const hasher = await TreeHasher.create(new NodeStore(), treeDomain(scope));
    for (let length = 0; length <= 500; length++) {
      const message = Uint8Array.from({ length }, (_, i) => (i * 131 + length) & 0xff);
      expect(bytesToHex(hasher.hash(message))).to.equal(keccak256(message));
    }
  });

  it('commit to a buyer by address and salt', () => {
    fc.assert(
      fc.property(address, bytes32, (buyer, salt) => {
        expect(buyerCommitment(buyer, salt)).to.equal(keccak256(concatHex([padHex(buyer, { size: 32 }), salt])));
      }),
    );
  });
});
