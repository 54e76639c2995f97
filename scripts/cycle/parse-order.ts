import type { CsvTable } from './csv-table.ts';
import type { DirtyReason } from './dirty-report.ts';
import { isNonProduct } from './non-product.ts';
import type { OrderLine } from './order-line.ts';
import { parseDate } from './parse-date.ts';
import { parsePrice } from './parse-price.ts';
import type { CsvRow } from './parse-records.ts';
import { printable } from './printable.ts';

/** Columns of an orders file, as in the *Online Retail* data set. */
export const ORDER_COLUMNS = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const;

type OrderColumn = (typeof ORDER_COLUMNS)[number];

const LARGEST_QUANTITY = 2 ** 32 - 1;
const LARGEST_SALES = 2n ** 72n - 1n;

/** One row as an order line, or the reason why it is none. */
export function parseOrder(row: CsvRow, table: CsvTable<OrderColumn>): OrderLine | DirtyReason {
  const { cells } = row;
  if (cells?.length !== table.width) return 'badRow';
  const cell = (column: OrderColumn): string => cells[table.position[column]] ?? '';
  const [invoice, stockCode, customer] = [cell('InvoiceNo'), cell('StockCode').toUpperCase(), cell('CustomerID')];
  const quantity = parseQuantity(cell('Quantity'));
  const unitPrice = parsePrice(cell('UnitPrice'));
  const time = parseDate(cell('InvoiceDate'));
  if (invoice === '') return 'noInvoice';
  if (/^c/i.test(invoice)) return 'cancelled';
  if (stockCode === '') return 'noStockCode';
  if (isNonProduct(stockCode)) return 'nonProduct';
  if (quantity === undefined) return 'badQuantity';
  if (unitPrice === undefined || unitPrice === 0n) return 'badPrice';
  if (customer === '') return 'noCustomer';
  if (time === undefined) return 'badDate';
  const sales = BigInt(quantity) * unitPrice;
  if (quantity > LARGEST_QUANTITY || sales > LARGEST_SALES) return 'tooLarge';
  const [description, country] = [printable(cell('Description')), printable(cell('Country'))];
  return { line: row.line, invoice, stockCode, description, quantity, unitPrice, sales, time, customer, country };
}

function parseQuantity(text: string): number | undefined {
  const quantity = /^\+?\d+$/.test(text) ? Number(text) : 0;
  return quantity > 0 && Number.isFinite(quantity) ? quantity : undefined;
}
