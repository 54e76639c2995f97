import { expect } from 'chai';
import { type Hex, hexToString, isHex, numberToHex } from 'viem';
import type { Commune } from '../../../scripts/local/deploy-local.ts';
import type { World } from '../../../scripts/seed/world.ts';
import type { Index, Row } from '../index-reader.ts';
import type { Crowd } from '../long-run/crowd.ts';

/** What the assertions of a kind compare: what is indexed, and the chain at the same block. */
export interface Context {
  readonly index: Index;
  readonly commune: Commune;
  readonly world: World;
  readonly crowd: Crowd;
}

/** Compares all entities of one kind with the contracts' own views. */
export type Assertion = (context: Context, rows: readonly Row[]) => Promise<void>;

export function all({ index }: Context, kind: string): Row[] {
  return [...(index.get(kind)?.values() ?? [])];
}

export function one({ index }: Context, kind: string, id: string): Row {
  const row = index.get(kind)?.get(id);
  if (row === undefined) throw new Error(`the index has no ${kind} ${id}`);
  return row;
}

/** Four bytes big-endian of every number, as the subgraph makes ids. */
export function id4(...numbers: (number | bigint)[]): Hex {
  return `0x${numbers.map((number) => numberToHex(number, { size: 4 }).slice(2)).join('')}`;
}

/** The numbers in such an id. */
export function numbersIn(id: string): number[] {
  return (id.slice(2).match(/.{8}/g) ?? []).map((part) => Number.parseInt(part, 16));
}

/** BigInts come as decimal strings. */
export function sum(rows: readonly Row[], field: string): bigint {
  return rows.reduce((total, row) => total + BigInt(row[field]), 0n);
}

/** BigInts are decimal strings, addresses and hashes in lower case. */
function asIndexed(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  return typeof value === 'string' && isHex(value) ? value.toLowerCase() : value;
}

/** ASCII that is padded on the right. */
export function textOf(bytes: Hex): string {
  return hexToString(bytes).replace(/\0+$/, '');
}

/** Every field of `expected` is indexed as it is on chain. */
export function expectFields(kind: string, row: Row, expected: Record<string, unknown>): void {
  for (const [field, value] of Object.entries(expected)) {
    expect(row[field], `${kind} ${row.id}: ${field}`).to.deep.equal(asIndexed(value));
  }
}

export const byTime = (a: Row, b: Row) => Number(a.blockNumber) - Number(b.blockNumber) || (a.id < b.id ? -1 : 1);
