import { compareBytes32 } from './compare-bytes32.ts';

/** What proofs need to know of each receipt beside its leaf, column by column; rows in the order of arrival. */
export class ReceiptTable {
  count = 0;
  orderIds = new Uint8Array(0);
  lotIds = new Uint32Array(0);
  nomineeIds = new Uint32Array(0);
  recommenderIds = new Uint32Array(0);

  /** Adds a row; its order id is left for the caller to write at `32 · row`. */
  append(lotId: number, nomineeId: number, recommenderId: number): number {
    if (this.count === this.lotIds.length) this.#grow();
    const row = this.count++;
    this.lotIds[row] = lotId;
    this.nomineeIds[row] = nomineeId;
    this.recommenderIds[row] = recommenderId;
    return row;
  }

  compareOrderIds(a: number, b: number): number {
    return compareBytes32(this.orderIds, a * 32, this.orderIds, b * 32);
  }

  #grow(): void {
    const capacity = Math.max(1024, 2 * this.count);
    const grown = <T extends Uint8Array | Uint32Array>(old: T, wider: T): T => {
      wider.set(old);
      return wider;
    };
    this.orderIds = grown(this.orderIds, new Uint8Array(32 * capacity));
    this.lotIds = grown(this.lotIds, new Uint32Array(capacity));
    this.nomineeIds = grown(this.nomineeIds, new Uint32Array(capacity));
    this.recommenderIds = grown(this.recommenderIds, new Uint32Array(capacity));
  }
}
