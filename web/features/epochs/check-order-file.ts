import { createSHA256 } from 'hash-wasm';
import type { Hex } from 'viem';
import { parseOrderFileHeader, parseOrderFileLine } from '../../../protocol/settlement/order-file.ts';

/** What the bytes of an order file say when somebody adds them up himself. */
export interface OrderFileFacts {
  readonly bytes: number;
  readonly digest: Hex;
  readonly platformId: number;
  readonly epoch: number;
  /** Orders that the first line promises. */
  readonly promised: number;
  readonly orders: number;
  readonly sales: bigint;
  readonly fees: bigint;
  readonly commissions: bigint;
}

const LINE_FEED = 0x0a;

/**
 * Hashes an order file and sums it up, chunk by chunk: a file of a million orders never lies in memory as a whole.
 * @throws ProtocolError `BadOrderFile` at the first line that is none.
 */
export async function checkOrderFile(chunks: AsyncIterable<Uint8Array>): Promise<OrderFileFacts> {
  const hash = await createSHA256();
  const decoder = new TextDecoder();
  let rest: Uint8Array = new Uint8Array();
  let header: ReturnType<typeof parseOrderFileHeader> | undefined;
  const totals = { bytes: 0, orders: 0, sales: 0n, fees: 0n, commissions: 0n };

  const take = (line: string) => {
    if (!header) {
      header = parseOrderFileHeader(line);
      return;
    }
    const { sales, fee, commission } = parseOrderFileLine(header, line, totals.orders + 2);
    totals.orders += 1;
    totals.sales += sales;
    totals.fees += fee;
    totals.commissions += commission;
  };

  for await (const chunk of chunks) {
    hash.update(chunk);
    totals.bytes += chunk.length;
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      take(decoder.decode(joined(rest, chunk.subarray(start, end))));
      rest = new Uint8Array();
      start = end + 1;
    }
    rest = joined(rest, chunk.subarray(start));
  }
  // Every line ends in a line feed: what stands behind the last one is no line, and the first may be missing.
  if (rest.length > 0 || !header) take(decoder.decode(rest));
  if (!header) throw new Error('an order file begins with a header');
  const { platformId, epoch, orders: promised } = header;
  return { digest: `0x${hash.digest('hex')}`, platformId, epoch, promised, ...totals };
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  if (head.length === 0) return tail.slice();
  const both = new Uint8Array(head.length + tail.length);
  both.set(head);
  both.set(tail, head.length);
  return both;
}
