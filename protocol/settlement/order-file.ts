import type { Address, Hex } from 'viem';
import { canonicalJson } from '../documents/canonical-json.ts';
import { ProtocolError } from '../error.ts';
import type { Receipt } from './receipt.ts';
import type { StatementScope } from './statement.ts';

// The file with all orders behind a statement (docs/encoding.md, Order file): lines, so that a million orders stream.

/** First line of an order file, without its line feed. */
export function orderFileHeader(
  { chainId, settlement, platformId, epoch }: StatementScope,
  orders: number,
): Uint8Array {
  const scope = { chainId: Number(chainId), settlement: settlement.toLowerCase(), platformId, epoch };
  return canonicalJson({ ...scope, orders });
}

/** Line of an order, without its line feed. Nothing in it is personal. */
export function orderFileLine(receipt: Receipt): Uint8Array {
  return canonicalJson({
    orderId: receipt.orderId.toLowerCase(),
    lotId: receipt.lotId,
    quantity: receipt.quantity,
    sales: receipt.sales.toString(),
    fee: receipt.fee.toString(),
    commission: receipt.commission.toString(),
    recommenderId: receipt.recommenderId,
    nomineeId: receipt.nomineeId,
    buyerCommitment: receipt.buyerCommitment.toLowerCase(),
  });
}

/** A whole order file in one piece; what is large is written line by line instead. */
export function orderFile(scope: StatementScope, receipts: readonly Receipt[]): Uint8Array {
  const ordered = receipts.toSorted((a, b) => (a.orderId.toLowerCase() < b.orderId.toLowerCase() ? -1 : 1));
  const lines = [orderFileHeader(scope, receipts.length), ...ordered.map(orderFileLine)];
  const file = new Uint8Array(lines.reduce((size, { length }) => size + length + 1, 0));
  let at = 0;
  for (const line of lines) {
    file.set(line, at);
    at += line.length;
    file[at++] = 0x0a;
  }
  return file;
}

/** @throws ProtocolError `BadOrderFile` when the line is no header. */
export function parseOrderFileHeader(line: string): StatementScope & { orders: number } {
  const header = parseLine(line, 1);
  const { chainId, settlement, platformId, epoch, orders } = header;
  if (typeof settlement !== 'string') throw new ProtocolError('BadOrderFile', { line: 1, field: 'settlement' });
  return {
    chainId: whole(chainId, 1, 'chainId'),
    settlement: settlement as Address,
    platformId: whole(platformId, 1, 'platformId'),
    epoch: whole(epoch, 1, 'epoch'),
    orders: whole(orders, 1, 'orders'),
  };
}

/**
 * @param lineNumber counted from 1, for the error
 * @throws ProtocolError `BadOrderFile` when the line is no order.
 */
export function parseOrderFileLine(
  { platformId, epoch }: Pick<StatementScope, 'platformId' | 'epoch'>,
  line: string,
  lineNumber: number,
): Receipt {
  const order = parseLine(line, lineNumber);
  return {
    platformId,
    epoch,
    orderId: bytes32(order.orderId, lineNumber, 'orderId'),
    lotId: whole(order.lotId, lineNumber, 'lotId'),
    quantity: whole(order.quantity, lineNumber, 'quantity'),
    sales: amount(order.sales, lineNumber, 'sales'),
    fee: amount(order.fee, lineNumber, 'fee'),
    commission: amount(order.commission, lineNumber, 'commission'),
    recommenderId: whole(order.recommenderId, lineNumber, 'recommenderId'),
    nomineeId: whole(order.nomineeId, lineNumber, 'nomineeId'),
    buyerCommitment: bytes32(order.buyerCommitment, lineNumber, 'buyerCommitment'),
  };
}

function parseLine(text: string, line: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProtocolError('BadOrderFile', { line, reason: 'not JSON' });
  }
  if (typeof value !== 'object' || value === null)
    throw new ProtocolError('BadOrderFile', { line, reason: 'no object' });
  return value as Record<string, unknown>;
}

function whole(value: unknown, line: number, field: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new ProtocolError('BadOrderFile', { line, field, value });
}

function amount(value: unknown, line: number, field: string): bigint {
  if (typeof value === 'string' && /^(0|[1-9]\d{0,21})$/.test(value)) return BigInt(value);
  throw new ProtocolError('BadOrderFile', { line, field, value });
}

function bytes32(value: unknown, line: number, field: string): Hex {
  if (typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value)) return value as Hex;
  throw new ProtocolError('BadOrderFile', { line, field, value });
}
