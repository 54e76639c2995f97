import { domainSeparator, hexToBytes, keccak256, stringToHex } from 'viem';
import { checkAmount } from '../../math/check-uint.ts';
import { leafKind } from '../leaf-hash.ts';
import { type Receipt, receiptDomain, receiptTypes } from '../receipt.ts';
import type { StatementScope } from '../statement.ts';
import type { TreeHasher } from './tree-hasher.ts';
import { writeBytes32 } from './write-bytes32.ts';

const WORD = 32;
const TYPE = `Receipt(${receiptTypes.Receipt.map(({ type, name }) => `${type} ${name}`).join(',')})`;

/** Writes a receipt's leaf (hash and sums) straight into bytes; what `receiptLeaf` computes, a hundred times as fast. */
export class ReceiptEncoder {
  readonly #hasher: TreeHasher;
  /** preimage of EIP-712's hashStruct: type hash, then one word per field */
  readonly #struct = new Uint8Array(WORD * (1 + receiptTypes.Receipt.length));
  readonly #view = new DataView(this.#struct.buffer);
  readonly #digest = new Uint8Array(2 + 2 * WORD);
  readonly #leaf = new Uint8Array(2 + WORD);

  constructor(hasher: TreeHasher, scope: StatementScope) {
    this.#hasher = hasher;
    this.#struct.set(hexToBytes(keccak256(stringToHex(TYPE))));
    this.#uint32(1, scope.platformId);
    this.#uint32(2, scope.epoch);
    const separator = domainSeparator({ domain: receiptDomain(scope.chainId, scope.settlement) });
    this.#digest.set([0x19, 0x01]);
    this.#digest.set(hexToBytes(separator), 2);
    this.#leaf.set([0, leafKind.receipt]);
  }

  /** Platform and epoch are the scope's; the caller has checked that the receipt agrees and its integers fit. */
  writeLeaf(receipt: Receipt, target: Uint8Array, offset: number): void {
    const struct = this.#struct;
    writeBytes32('orderId', receipt.orderId, struct, 3 * WORD);
    this.#uint32(4, receipt.lotId);
    this.#uint32(5, receipt.quantity);
    this.#uint72(6, 'sales', receipt.sales);
    this.#uint72(7, 'fee', receipt.fee);
    this.#uint72(8, 'commission', receipt.commission);
    this.#uint32(9, receipt.recommenderId);
    this.#uint32(10, receipt.nomineeId);
    writeBytes32('buyerCommitment', receipt.buyerCommitment, struct, 11 * WORD);
    this.#digest.set(this.#hasher.hash(struct), 2 + WORD);
    this.#leaf.set(this.#hasher.hash(this.#digest), 2);
    target.set(this.#hasher.hash(this.#leaf), offset);
    const sums = offset + WORD;
    target.fill(0, sums, sums + 4);
    target[sums + 4] = 1;
    this.#copyLane(8, target, sums + 5);
    this.#copyLane(7, target, sums + 14);
    this.#copyLane(6, target, sums + 23);
  }

  /** The order id of the receipt written last. */
  copyOrderId(target: Uint8Array, offset: number): void {
    target.set(this.#struct.subarray(3 * WORD, 4 * WORD), offset);
  }

  #uint32(word: number, value: number): void {
    this.#view.setUint32(word * WORD + 28, value);
  }

  #uint72(word: number, name: string, value: bigint): void {
    checkAmount(name, value, 72n);
    this.#struct[word * WORD + 23] = Number(value >> 64n);
    this.#view.setBigUint64(word * WORD + 24, value);
  }

  #copyLane(word: number, target: Uint8Array, offset: number): void {
    for (let i = 0; i < 9; i++) target[offset + i] = this.#struct[word * WORD + 23 + i] as number;
  }
}
