import { openCsvTable } from './csv-table.ts';
import type { Complain } from './input-file-error.ts';
import { LotsFileError } from './lots-file-error.ts';
import type { CsvRow } from './parse-records.ts';
import { printable } from './printable.ts';

const LOT_COLUMNS = ['StockCode', 'Lot'] as const;

/**
 * Reads which stock code belongs to which lot (a name or number) from a CSV file with the columns StockCode and Lot. Codes come
 * back in capitals, in the order of the file. A plan with a mistake in it is no plan: every bad line is an error.
 *
 * @throws {LotsFileError} when the file cannot be used, a line lacks a value, or a code is given to two lots
 */
export async function readLots(file: string): Promise<Map<string, string>> {
  const complain: Complain = (problem, remedy, options) => new LotsFileError(file, problem, remedy, options);
  const table = await openCsvTable(file, LOT_COLUMNS, complain);
  const lots = new Map<string, string>();
  for await (const rows of table.blocks) {
    for (const row of rows) {
      if (row.cells?.length !== table.width) throw complainRow(row, `does not have ${table.width} columns`, complain);
      const stockCode = row.cells[table.position.StockCode]?.toUpperCase();
      const lot = printable(row.cells[table.position.Lot] ?? '');
      if (!stockCode || !lot) throw complainRow(row, `has no ${stockCode ? 'lot' : 'stock code'}`, complain);
      const other = lots.get(stockCode);
      if (other !== undefined && other !== lot) {
        const problem = `gives ${printable(stockCode)} to lot ${other} and, in line ${row.line}, to lot ${lot}`;
        throw complain(problem, 'keep one of the two lines');
      }
      lots.set(stockCode, lot);
    }
  }
  if (lots.size === 0) throw complain('has a header but no lines', 'map at least one stock code to a lot');
  return lots;
}

function complainRow(row: CsvRow, problem: string, complain: Complain): Error {
  return complain(`${problem} in line ${row.line} (${printable(row.text, 60)})`, 'correct that line');
}
