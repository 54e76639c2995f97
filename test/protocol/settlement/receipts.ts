import fc from 'fast-check';
import { keccak256, numberToHex } from 'viem';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import type { StatementScope } from '../../../protocol/settlement/statement.ts';
import { bytes32, uint32 } from '../arbitraries.ts';

export const scope: StatementScope = {
  chainId: 31337,
  settlement: '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  platformId: 1,
  epoch: 7,
};

/** A receipt under `scope`, the n-th of its kind. */
export function receiptNumber(n: number, changes: Partial<Receipt> = {}): Receipt {
  return {
    platformId: scope.platformId,
    epoch: scope.epoch,
    orderId: keccak256(numberToHex(n, { size: 4 })),
    lotId: 0,
    quantity: 1,
    sales: 1_000_000n,
    fee: 150_000n,
    commission: 0n,
    recommenderId: 0,
    nomineeId: 0,
    buyerCommitment: keccak256(numberToHex(n, { size: 5 })),
    ...changes,
  };
}

const amount = fc.bigInt({ min: 0n, max: 2n ** 64n });

/** Ids near each other, so that groups form, with a few far away. */
const id = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 12 }) }, { weight: 1, arbitrary: uint32 });

/** 1 … `maxLength` receipts of one statement in any order. */
export function receiptsArbitrary(maxLength: number): fc.Arbitrary<Receipt[]> {
  const receipt = fc
    .record({
      orderId: bytes32,
      lotId: id,
      quantity: uint32,
      sales: amount,
      fee: amount,
      commission: amount,
      recommenderId: id,
      nomineeId: id,
      buyerCommitment: bytes32,
    })
    .map((fields) => ({
      platformId: scope.platformId,
      epoch: scope.epoch,
      ...fields,
      commission: fields.recommenderId === 0 ? 0n : fields.commission,
    }));
  return fc.uniqueArray(receipt, { minLength: 1, maxLength, selector: ({ orderId }) => orderId });
}
