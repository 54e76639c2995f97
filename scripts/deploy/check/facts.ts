import { type Address, getAddress, isAddress } from 'viem';

/** What was found out about a deployment: how many facts hold, and what is wrong, in words. */
export class Facts {
  readonly problems: string[] = [];
  holding = 0;
  /** Something is not there at all: nothing more can be asked. */
  isEmptyHanded = false;

  /** Addresses are compared whatever their case; lists as sets. */
  same(what: string, actual: unknown, expected: unknown): void {
    if (normal(actual) === normal(expected)) this.holding++;
    else this.problems.push(`${what} is ${show(actual)}, but should be ${show(expected)}`);
  }

  within(what: string, value: bigint, min: bigint, max: bigint): void {
    if (value >= min && value <= max) this.holding++;
    else this.problems.push(`${what} is ${value}, but should be ${min} … ${max}`);
  }

  that(what: string, holds: boolean): void {
    if (holds) this.holding++;
    else this.problems.push(what);
  }
}

function normal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(normal).sort().join(' ')}]`;
  return isAddress(`${value}`) ? getAddress(value as Address) : `${value}`;
}

function show(value: unknown): string {
  if (!Array.isArray(value)) return `${value}`;
  return value.length === 0 ? 'nobody' : value.join(', ');
}
