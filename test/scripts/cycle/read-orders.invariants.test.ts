import { expect } from 'chai';
import fc from 'fast-check';
import { openCsvTable } from '../../../scripts/cycle/csv-table.ts';
import { DIRTY_REASONS, type DirtyReason } from '../../../scripts/cycle/dirty-report.ts';
import { OrdersFileError } from '../../../scripts/cycle/orders-file-error.ts';
import { ORDER_COLUMNS } from '../../../scripts/cycle/parse-order.ts';
import type { CsvRow } from '../../../scripts/cycle/parse-records.ts';
import { readOrders } from '../../../scripts/cycle/read-orders.ts';
import { withFile } from './helpers.ts';

type Cells = Record<(typeof ORDER_COLUMNS)[number], string>;
type Row = { cells: Cells; outcome: 'accepted' | DirtyReason };

const description = fc.string({ unit: fc.constantFrom(...'AB é£青,"\n;\t'), maxLength: 12 });

const cleanCells: fc.Arbitrary<Cells> = fc.record({
  InvoiceNo: fc.integer({ min: 1, max: 999_999 }).map(String),
  StockCode: fc.integer({ min: 10_000, max: 10_020 }).map(String),
  Description: description,
  Quantity: fc.integer({ min: 1, max: 5_000 }).map(String),
  InvoiceDate: fc.constantFrom('01-12-2010 08:26', '1/12/2010 8:26', '2010-12-01T08:26:00Z'),
  UnitPrice: fc
    .tuple(fc.nat(999), fc.integer({ min: 1, max: 999_999 }))
    .map(([a, b]) => `${a}.${String(b).padStart(6, '0')}`),
  CustomerID: fc.integer({ min: 1, max: 99_999 }).map(String),
  Country: fc.constantFrom('Norway', 'Eire ', ''),
});

const DIRT: Partial<Record<DirtyReason, Partial<Cells>[]>> = {
  noInvoice: [{ InvoiceNo: '' }, { InvoiceNo: '  ' }],
  cancelled: [{ InvoiceNo: 'C1' }, { InvoiceNo: 'c2', Quantity: '-1' }],
  noStockCode: [{ StockCode: ' ' }],
  nonProduct: [{ StockCode: 'POST' }, { StockCode: 'bank charges' }],
  badQuantity: ['0', '-3', '1.0', 'one', '', '1e3'].map((Quantity) => ({ Quantity })),
  badPrice: ['0', '0.000000', '-1', '2,55', '1e2', '.5', '5.', '', '0.0000001', 'NaN'].map((UnitPrice) => ({
    UnitPrice,
  })),
  noCustomer: [{ CustomerID: '' }],
  badDate: ['', '31-04-2024', '12-13-2010 08:26', '2024-01-01 25:00'].map((InvoiceDate) => ({ InvoiceDate })),
  tooLarge: [{ Quantity: '4294967296' }, { UnitPrice: '9'.repeat(20) }],
};

const dirtyRow = fc
  .constantFrom(...Object.entries(DIRT).flatMap(([reason, all]) => all.map((cells) => ({ reason, cells }))))
  .chain(({ reason, cells }) =>
    cleanCells.map((clean): Row => ({ cells: { ...clean, ...cells }, outcome: reason as DirtyReason })),
  );

const row: fc.Arbitrary<Row> = fc.oneof(
  { weight: 2, arbitrary: cleanCells.map((cells): Row => ({ cells, outcome: 'accepted' })) },
  { weight: 1, arbitrary: dirtyRow },
);

const layout = fc.record({
  columns: fc.shuffledSubarray([...ORDER_COLUMNS, 'Extra', ''], { minLength: 10 }),
  end: fc.constantFrom('\n', '\r\n'),
  bom: fc.boolean(),
  quoteAll: fc.boolean(),
});

const quote = (text: string, always: boolean) =>
  always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function write(
  rows: Row[],
  { columns, end, bom, quoteAll }: { columns: string[]; end: string; bom: boolean; quoteAll: boolean },
) {
  const lines = rows.map(({ cells }) =>
    columns.map((column) => quote(cells[column as keyof Cells] ?? '', quoteAll)).join(','),
  );
  return (bom ? '\ufeff' : '') + [columns.join(','), ...lines].join(end) + end;
}

async function readRows(file: string): Promise<CsvRow[]> {
  const table = await openCsvTable(file, ORDER_COLUMNS, (problem) => new OrdersFileError(file, problem, ''));
  const rows: CsvRow[] = [];
  for await (const block of table.blocks) rows.push(...block);
  return rows;
}

describe('readOrders invariants', () => {
  it('accepts exactly the clean lines and counts each other one under its reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), layout, async (rows, how) => {
        const { lines, dirty } = await withFile(write(rows, how), readOrders);
        const clean = rows.filter(({ outcome }) => outcome === 'accepted').map(({ cells }) => cells);
        expect(lines.map((line) => [line.invoice, line.stockCode, line.customer, line.country])).to.deep.equal(
          clean.map((cells) => [cells.InvoiceNo, cells.StockCode, cells.CustomerID, cells.Country.trim()]),
        );
        expect(lines.map(({ sales }) => sales)).to.deep.equal(
          clean.map(({ Quantity, UnitPrice }) => BigInt(Quantity) * BigInt(UnitPrice.replace('.', ''))),
        );
        for (const reason of Object.keys(DIRTY_REASONS) as DirtyReason[]) {
          const count = rows.filter(({ outcome }) => outcome === reason).length;
          expect(dirty.reasons[reason].count, reason).to.equal(count);
          expect(dirty.reasons[reason].examples.length).to.equal(Math.min(5, count));
        }
        expect(dirty).to.include({ total: rows.length, accepted: clean.length });
      }),
      { numRuns: 200 },
    );
  });

  it('total = accepted + Σ dirty and no line vanishes, whatever bytes stand in the file', async () => {
    const noise = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'a,"" \\;€1'), minLength: 1, maxLength: 30 }),
      fc.constantFrom(
        '1,T1,"TEA,1,2024-01-01,1,7,N',
        '1,T1,TEA,1,2024-01-01,1,7,N',
        '1,T1,"T\nEA",1,2024-01-01,1,7,N',
        '"',
        '\x80\xff',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { minLength: 1, maxLength: 60 }), async (texts) => {
        const content = `${ORDER_COLUMNS.join(',')}\n${texts.join('\n')}`;
        const physical = content
          .split('\n')
          .slice(1)
          .filter((text) => text.trim() !== '');
        fc.pre(physical.length > 0);
        await withFile(content, async (file) => {
          const { lines, dirty } = await readOrders(file);
          const counted = Object.values(dirty.reasons).reduce((sum, { count }) => sum + count, 0);
          const rows = await readRows(file);
          expect(dirty.total)
            .to.equal(lines.length + counted)
            .and.to.equal(rows.length);
          expect(dirty.accepted).to.equal(lines.length);
          const seen = rows.flatMap(({ text }) => text.split('\n')).filter((text) => text.trim() !== '');
          expect(seen).to.deep.equal(physical);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never lets a broken row touch the clean lines around it', async () => {
    const broken = fc.constantFrom('1,T1,"TEA,1,2024-01-01,1,7,N', '1,"', '"', '1,T1', ',,,,,,,,,,', 'x"y');
    const clean = '1,T1,TEA,1,2024-01-01,1,7,N';
    const multiLine = '1,T1,"T, ""\nEA",1,2024-01-01,1,7,N';
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(broken, fc.constant(clean), fc.constant(multiLine)), { minLength: 1 }),
        async (texts) => {
          const { lines } = await withFile([ORDER_COLUMNS.join(','), ...texts].join('\n'), readOrders);
          expect(lines.filter(({ description }) => description === 'TEA').length).to.equal(
            texts.filter((text) => text === clean).length,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
