import { expect } from 'chai';
import { LotsFileError } from '../../../scripts/cycle/lots-file-error.ts';
import { readLots } from '../../../scripts/cycle/read-lots.ts';
import { fixture, rejection, withFile } from './helpers.ts';

describe('readLots', () => {
  it('reads codes in capitals, in the order of the file', async () => {
    expect([...(await readLots(fixture('lots.csv')))]).to.deep.equal([
      ['T100', 'Tea'],
      ['T200A', 'Tea'],
      ['T400', '2'],
      ['T999', 'Nothing sold'],
    ]);
  });

  it('accepts a line repeated', async () => {
    expect((await withFile('StockCode,Lot\na,1\nA,1', readLots)).size).to.equal(1);
  });

  for (const [content, complaint] of [
    ['', 'is empty; give a CSV file with the columns StockCode, Lot.'],
    ['StockCode,Lot\n', 'has a header but no lines; map at least one stock code to a lot.'],
    ['StockCode,Name\nA,1', 'lacks the column Lot (found: StockCode, Name); name the columns in the first line.'],
    ['StockCode,Lot\nA,1\n\nB, ', 'has no lot in line 4 (B,); correct that line.'],
    ['StockCode,Lot\n,1', 'has no stock code in line 2 (,1); correct that line.'],
    ['StockCode,Lot\nA,1,x', 'does not have 2 columns in line 2 (A,1,x); correct that line.'],
    ['StockCode,Lot\nA,1\na,2', 'gives A to lot 1 and, in line 3, to lot 2; keep one of the two lines.'],
  ] as const) {
    it(`says that the file ${complaint}`, async () => {
      await withFile(content, async (file) => {
        const error = await rejection(readLots(file));
        expect(error).to.be.instanceOf(LotsFileError);
        expect(error).to.include({ file, message: `Lots file ${file} ${complaint}` });
      });
    });
  }

  it('says that the file does not exist', async () => {
    expect(await rejection(readLots('no/such.csv'))).to.match(
      /Lots file no\/such.csv does not exist; check the path\.$/,
    );
  });
});
