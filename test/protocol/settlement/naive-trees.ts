import { concatHex, type Hex, keccak256, numberToHex } from 'viem';
import type { Receipt } from '../../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../../protocol/settlement/receipt-digest.ts';
import type { StatementScope } from '../../../protocol/settlement/statement.ts';
import { treeDomain } from '../../../protocol/settlement/tree-domain.ts';

/**
 * docs/encoding.md once more, as plainly as it can be written and sharing nothing with the fast builder: recursion over
 * whole ranges of positions, hex strings, one bigint per lane.
 */
export interface NaiveNode {
  hash: Hex;
  sums: [bigint, bigint, bigint, bigint];
  depth: number;
}

const zero: NaiveNode = { hash: `0x${'00'.repeat(32)}`, sums: [0n, 0n, 0n, 0n], depth: 0 };

const word = (value: bigint): Hex => numberToHex(value, { size: 32 });
const byte = (value: number): Hex => numberToHex(value, { size: 1 });
const packed = ([sales, fees, commissions, count]: NaiveNode['sums']): Hex =>
  word(sales + fees * 2n ** 72n + commissions * 2n ** 144n + count * 2n ** 216n);

const empty: NaiveNode[] = [];

function subtree(leaves: Map<number, NaiveNode>, from: number, height: number): NaiveNode {
  const isEmpty = ![...leaves.keys()].some((position) => position >= from && position < from + 2 ** height);
  if (isEmpty && empty[height] !== undefined) return empty[height];
  const node = height === 0 ? (leaves.get(from) ?? zero) : parent(leaves, from, height);
  if (isEmpty) empty[height] = node;
  return node;
}

function parent(leaves: Map<number, NaiveNode>, from: number, height: number): NaiveNode {
  const left = subtree(leaves, from, height - 1);
  const right = subtree(leaves, from + 2 ** (height - 1), height - 1);
  return {
    hash: keccak256(concatHex(['0x01', left.hash, packed(left.sums), right.hash, packed(right.sums)])),
    sums: left.sums.map((sum, lane) => sum + (right.sums[lane] as bigint)) as NaiveNode['sums'],
    depth: height,
  };
}

export function naiveTree(leaves: Map<number, NaiveNode>): NaiveNode {
  const highest = Math.max(...leaves.keys());
  return subtree(leaves, 0, highest === 0 ? 0 : highest.toString(2).length);
}

function branch(kind: number, domain: Hex, inner: NaiveNode): NaiveNode {
  const hash = keccak256(concatHex(['0x00', byte(kind), domain, inner.hash, packed(inner.sums), byte(inner.depth)]));
  return { hash, sums: inner.sums, depth: 0 };
}

function receiptTree(receipts: Receipt[], scope: StatementScope): NaiveNode {
  const sorted = [...receipts].sort((a, b) => (BigInt(a.orderId) < BigInt(b.orderId) ? -1 : 1));
  return naiveTree(
    new Map(
      sorted.map((receipt, position) => {
        const digest = receiptDigest(receipt, scope.chainId, scope.settlement);
        const sums: NaiveNode['sums'] = [receipt.sales, receipt.fee, receipt.commission, 1n];
        return [position, { hash: keccak256(concatHex(['0x0001', digest])), sums, depth: 0 }];
      }),
    ),
  );
}

function keyed(receipts: Receipt[], key: keyof Receipt, leaf: (group: Receipt[]) => NaiveNode): NaiveNode {
  const ids = new Set(receipts.map((receipt) => receipt[key] as number));
  return naiveTree(new Map([...ids].map((id) => [id, leaf(receipts.filter((receipt) => receipt[key] === id))])));
}

export function naiveLotTree(receipts: Receipt[], scope: StatementScope): NaiveNode {
  const domain = treeDomain(scope);
  return keyed(receipts, 'lotId', (lot) =>
    branch(
      3,
      domain,
      keyed(lot, 'nomineeId', (nominee) => branch(2, domain, receiptTree(nominee, scope))),
    ),
  );
}

export function naiveRecommenderTree(receipts: Receipt[], scope: StatementScope): NaiveNode {
  return keyed(receipts, 'recommenderId', (group) => branch(4, treeDomain(scope), receiptTree(group, scope)));
}
