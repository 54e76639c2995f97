/** What one kind of transaction cost. */
export interface GasEntry {
  count: number;
  total: bigint;
  max: bigint;
}

/** Gas by kind of transaction, in the order in which the kinds first appeared. */
export class GasLedger {
  readonly entries = new Map<string, GasEntry>();

  add(step: string, gas: bigint): void {
    const entry = this.entries.get(step) ?? { count: 0, total: 0n, max: 0n };
    entry.count += 1;
    entry.total += gas;
    if (gas > entry.max) entry.max = gas;
    this.entries.set(step, entry);
  }

  get total(): bigint {
    return [...this.entries.values()].reduce((sum, entry) => sum + entry.total, 0n);
  }
}
