import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { DirtyReason, DirtyReport } from '../../../scripts/cycle/dirty-report.ts';
import { OrdersFileError } from '../../../scripts/cycle/orders-file-error.ts';
import { readOrders } from '../../../scripts/cycle/read-orders.ts';
import { fixture, rejection, withFile } from './helpers.ts';

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const GOOD = '900001,T100,TEA,6,03-01-2024 08:05,2.55,501,Norway';

const counts = (dirty: DirtyReport) =>
  Object.fromEntries(Object.entries(dirty.reasons).flatMap(([key, { count }]) => (count > 0 ? [[key, count]] : [])));

describe('readOrders', () => {
  describe('a dirty file with BOM, CRLF, quotes, Latin-1 and UTF-8', () => {
    it('keeps every line that can become a receipt', async () => {
      const { lines } = await readOrders(fixture('dirty.csv'));
      expect(lines.map(({ line, stockCode, description }) => [line, stockCode, description])).to.deep.equal([
        [2, 'T100', 'TEA TIN GREEN'],
        [3, 'T200A', 'CUP, SAUCER AND "SPOON"'],
        [4, 'T100', 'TEA TIN GREEN'],
        [30, 'T400', 'LABEL £5 OFF CAFÉ'],
        [31, 'T500', 'TWO LINES'],
        [33, 'T600', 'FRAME 7" SIZE'],
        [34, 'T700', '青花 茶杯'],
      ]);
    });

    it('reads all fields of a line', async () => {
      const { lines } = await readOrders(fixture('dirty.csv'));
      expect(lines[1]).to.deep.equal({
        line: 3,
        invoice: '900001',
        stockCode: 'T200A',
        description: 'CUP, SAUCER AND "SPOON"',
        quantity: 2,
        unitPrice: 1n,
        sales: 2n,
        time: Date.UTC(2024, 0, 3, 8, 5) / 1000,
        customer: '501',
        country: 'United Kingdom',
      });
      expect(lines[0]?.sales).to.equal(15_300_000n);
      expect(lines[2]?.time).to.equal(Date.UTC(2024, 0, 3, 7, 5) / 1000);
    });

    it('counts every other line under its reason', async () => {
      const { lines, dirty } = await readOrders(fixture('dirty.csv'));
      expect(counts(dirty)).to.deep.equal({
        badRow: 3,
        noInvoice: 1,
        cancelled: 2,
        noStockCode: 1,
        nonProduct: 3,
        badQuantity: 3,
        badPrice: 6,
        noCustomer: 1,
        badDate: 2,
        tooLarge: 1,
      });
      expect(dirty).to.include({ total: 30, accepted: lines.length });
    });

    it('shows the first five examples of a reason', async () => {
      const { dirty } = await readOrders(fixture('dirty.csv'));
      const { examples } = dirty.reasons.badPrice;
      expect(examples.map(({ line }) => line)).to.deep.equal([11, 12, 13, 14, 15]);
      expect(examples[4]?.text).to.equal('900005,T100,TEA TIN GREEN,1,03-01-2024 09:20,£2.55,503,France');
    });
  });

  it('finds columns in any order, among others, in any case', async () => {
    const { lines, dirty } = await readOrders(fixture('reordered.csv'));
    expect(dirty).to.include({ total: 2, accepted: 2 });
    expect(lines.map(({ invoice, country, sales }) => [invoice, country, sales])).to.deep.equal([
      ['910001', 'Norway', 6_200_000n],
      ['910002', 'Norway', 4_000_000n],
    ]);
  });

  it('keeps lines of the same invoice and product apart', async () => {
    const { lines } = await withFile([HEADER, GOOD, GOOD].join('\n'), readOrders);
    expect(lines.map(({ line }) => line)).to.deep.equal([2, 3]);
  });

  it('counts a line under the first reason only', async () => {
    const { dirty } = await withFile(`${HEADER}\nC1,POST,,-1,never,0,,`, readOrders);
    expect(counts(dirty)).to.deep.equal({ cancelled: 1 });
  });

  for (const [end, name] of [
    ['\n', 'LF'],
    ['\r\n', 'CRLF'],
    ['\r', 'CR'],
  ] as const) {
    it(`reads a file with ${name} line ends`, async () => {
      const { lines } = await withFile([HEADER, GOOD, '', GOOD].join(end), readOrders);
      expect(lines.map(({ line }) => line)).to.deep.equal([2, 4]);
    });
  }

  it('reads files larger than one block, wherever a block ends', async () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, i) => `${i},T1,"CAF\xc9\r\n${'x'.repeat(i % 37)}",1,2024-01-01,1,7,Norway`,
    );
    const { lines, dirty } = await withFile(Buffer.from([HEADER, ...rows].join('\r\n'), 'latin1'), readOrders);
    expect(dirty).to.include({ total: 5_000, accepted: 5_000 });
    expect(lines.every(({ line, description }, i) => line === 2 * i + 2 && description.startsWith('CAFÉ'))).to.equal(
      true,
    );
  });

  it('loses no neighbour of a row whose quote is never closed', async () => {
    const open = '900002,T100,"TEA,6,03-01-2024 08:05,2.55,501,Norway';
    const rows = Array.from({ length: 60 }, (_, i) => (i % 25 === 3 ? open : GOOD));
    const { dirty } = await withFile([HEADER, ...rows].join('\n'), readOrders);
    expect(dirty).to.include({ total: 60, accepted: 57 });
    expect(dirty.reasons.badRow.examples.map(({ line }) => line)).to.deep.equal([5, 30, 55]);
  });

  it('lets no control character through to the terminal', async () => {
    const { lines, dirty } = await withFile(`${HEADER}\n1,T1,\x1b[31mRED,1,2024-01-01,1,7,N\n1,\x1b[2J`, readOrders);
    expect(lines[0]?.description).to.equal('[31mRED');
    expect(dirty.reasons.badRow.examples[0]?.text).to.equal('1, [2J');
  });

  for (const reason of [
    'POST',
    'dot',
    'D',
    'M',
    'S',
    'B',
    'C2',
    'CRUK',
    'AMAZONFEE',
    'gift_0001_20',
    'ADJUST2',
    'TEST001',
  ]) {
    it(`takes ${reason} for no product`, async () => {
      const { dirty } = await withFile(`${HEADER}\n1,${reason},,1,2024-01-01,1,7,N`, readOrders);
      expect(counts(dirty)).to.deep.equal({ nonProduct: 1 } satisfies Partial<Record<DirtyReason, number>>);
    });
  }

  for (const code of ['PADS', 'DCGS0069', 'DCGSSBOY', '15056BL', 'SP1002']) {
    it(`takes ${code} for a product`, async () => {
      const { lines } = await withFile(`${HEADER}\n1,${code},,1,2024-01-01,1,7,N`, readOrders);
      expect(lines).to.have.length(1);
    });
  }

  describe('a file that cannot be used', () => {
    const complaint = async (content: string | Uint8Array): Promise<string> =>
      withFile(content, async (file) => {
        const error = await rejection(readOrders(file));
        expect(error).to.be.instanceOf(OrdersFileError);
        const { message } = error as OrdersFileError;
        expect(message.startsWith(`Orders file ${file} `), message).to.equal(true);
        expect(message.slice(file.length), 'one sentence').to.match(/^[^\n]*[^.\n]\.$/);
        return message.slice(`Orders file ${file} `.length);
      });

    it('is missing', async () => {
      const file = join(tmpdir(), 'no-such-orders.csv');
      const error = await rejection(readOrders(file));
      expect(error).to.be.instanceOf(OrdersFileError);
      expect(error).to.include({ file, message: `Orders file ${file} does not exist; check the path.` });
    });

    it('is a directory', async () => {
      expect(await rejection(readOrders(tmpdir())))
        .to.be.instanceOf(OrdersFileError)
        .with.property('message', `Orders file ${tmpdir()} is a directory; give a CSV file.`);
    });

    it('may not be read', async function () {
      if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
      await withFile(HEADER, async (file) => {
        chmodSync(file, 0);
        expect(await rejection(readOrders(file))).to.match(/may not be read; allow reading it/);
      });
    });

    it('is empty or blank', async () => {
      const expected = `is empty; give a CSV file with the columns ${HEADER.replaceAll(',', ', ')}.`;
      for (const content of ['', '\ufeff', '\r\n  \n\n']) expect(await complaint(content)).to.equal(expected);
    });

    it('has a header only', async () => {
      expect(await complaint(`${HEADER}\n\n`)).to.equal(
        'has a header but no order lines; give a file with at least one order line.',
      );
    });

    it('lacks columns', async () => {
      expect(await complaint('Invoice,StockCode,,Quantity,InvoiceDate,Price,CustomerID,Country\n')).to.equal(
        'lacks the columns InvoiceNo, Description, UnitPrice (found: Invoice, StockCode, (unnamed), Quantity, InvoiceDate, ' +
          'Price, CustomerID, Country); name the columns in the first line.',
      );
    });

    it('has a column twice', async () => {
      expect(await complaint(`${HEADER},quantity\n${GOOD},1`)).to.equal(
        'has the column Quantity more than once; remove or rename one of them.',
      );
    });

    it('separates columns by something else', async () => {
      expect(await complaint(HEADER.replaceAll(',', ';'))).to.match(/; separate the columns by commas instead of ;\.$/);
      expect(await complaint(HEADER.replaceAll(',', '\t'))).to.match(
        /; separate the columns by commas instead of tabs\.$/,
      );
    });

    it('has a header with an unclosed quote', async () => {
      expect(await complaint(`"${HEADER}\n${GOOD}\n`)).to.match(/^lacks the columns InvoiceNo, .*; name the columns/);
    });

    it('is no CSV text', async () => {
      expect(await complaint(Buffer.from(`\ufeff${HEADER}`, 'utf16le'))).to.match(/^is UTF-16 text; save it as CSV/);
      expect(await complaint(Buffer.from('PK\x03\x04\x14\0'))).to.match(/^is a spreadsheet or archive; save the sheet/);
      expect(await complaint(Buffer.from('GIF89a\0\0'))).to.match(/^is not a text file/);
      expect(await complaint('x'.repeat(3_000_000))).to.match(/^has a line of more than 1 MiB/);
    });
  });
});
