import { openCsvTable } from './csv-table.ts';
import { DirtyCounter, type DirtyReport } from './dirty-report.ts';
import type { OrderLine } from './order-line.ts';
import { OrdersFileError } from './orders-file-error.ts';
import { ORDER_COLUMNS, parseOrder } from './parse-order.ts';

/**
 * Reads a shop's order lines from a CSV file in the order of the file. What cannot become a receipt is counted by reason, never
 * dropped silently and never fatal.
 *
 * @throws {OrdersFileError} when the file cannot be used at all: missing, unreadable, no text, no lines, columns missing
 */
export async function readOrders(file: string): Promise<{ lines: OrderLine[]; dirty: DirtyReport }> {
  const complain = (problem: string, remedy: string, options?: ErrorOptions) =>
    new OrdersFileError(file, problem, remedy, options);
  const table = await openCsvTable(file, ORDER_COLUMNS, complain);
  const lines: OrderLine[] = [];
  const dirty = new DirtyCounter();
  let total = 0;
  for await (const rows of table.blocks) {
    for (const row of rows) {
      total++;
      const order = parseOrder(row, table);
      if (typeof order === 'string') dirty.add(order, row.line, row.text);
      else lines.push(order);
    }
  }
  if (total === 0) throw complain('has a header but no order lines', 'give a file with at least one order line');
  return { lines, dirty: dirty.report(total, lines.length) };
}
