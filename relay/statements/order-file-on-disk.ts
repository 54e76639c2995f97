import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import type { Hex } from 'viem';
import { ProtocolError } from '../../protocol/error.ts';
import {
  orderFileHeader,
  orderFileLine,
  parseOrderFileHeader,
  parseOrderFileLine,
} from '../../protocol/settlement/order-file.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import type { StatementScope } from '../../protocol/settlement/statement.ts';

const LINE_FEED = Buffer.from('\n');
const READ_BYTES = 1 << 16;

/** Writes a canonical order file of receipts that come by order id, and gives the digest of its bytes. */
export async function writeOrderFile(
  path: string,
  scope: StatementScope,
  orders: number,
  pages: AsyncIterable<readonly Receipt[]>,
): Promise<Hex> {
  const hash = createHash('sha256');
  const file = await open(path, 'w');
  try {
    await append(file, hash, [orderFileHeader(scope, orders)]);
    for await (const page of pages) await append(file, hash, page.map(orderFileLine));
    await file.sync();
  } finally {
    await file.close();
  }
  return `0x${hash.digest('hex')}`;
}

async function append(
  file: { appendFile(data: Uint8Array): Promise<void> },
  hash: Hash,
  lines: readonly Uint8Array[],
): Promise<void> {
  const bytes = Buffer.concat(lines.flatMap((line) => [line, LINE_FEED]));
  hash.update(bytes);
  await file.appendFile(bytes);
}

/**
 * Receipts of an order file, one after the other; as the trees are built synchronously, so it is read.
 * @throws ProtocolError `BadOrderFile`
 */
export function* readOrderFile(path: string): Generator<Receipt> {
  const lines = readLines(path);
  const first = lines.next();
  if (first.done === true) throw new ProtocolError('BadOrderFile', { line: 1, reason: 'empty' });
  const header = parseOrderFileHeader(first.value);
  let lineNumber = 1;
  for (const line of lines) {
    lineNumber += 1;
    yield parseOrderFileLine(header, line, lineNumber);
  }
  if (lineNumber - 1 !== header.orders) {
    throw new ProtocolError('BadOrderFile', { reason: 'cut off', expected: header.orders, found: lineNumber - 1 });
  }
}

function* readLines(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.alloc(READ_BYTES);
    let rest = '';
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, size))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}
