/** `npm run cycle -- --orders FILE.csv`: one whole consensus cycle on a local chain with the orders of a shop. */
import { writeFileSync } from 'node:fs';
import { compile } from '../local/compile.ts';
import { PlainError } from '../local/plain-error.ts';
import { collectResults } from './collect-results.ts';
import { InputFileError } from './input-file-error.ts';
import { mapByPlan, mapEvenly } from './map-products.ts';
import { type CycleOptions, parseOptions, USAGE } from './options.ts';
import { OrdersFileError } from './orders-file-error.ts';
import { formatOrders, formatResults } from './print-results.ts';
import { createProgress } from './progress.ts';
import { Random } from './random.ts';
import { readLots } from './read-lots.ts';
import { readOrders } from './read-orders.ts';
import { runCycle } from './run-cycle.ts';
import { UsageError } from './usage-error.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') console.log(USAGE);
  else await main(options);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof InputFileError || error instanceof PlainError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main({ orders, lots, lotCount, mix, seed, out, quiet }: CycleOptions): Promise<void> {
  const plan = lots === undefined ? undefined : await readLots(lots);
  const progress = createProgress({ quiet });
  const { lines, dirty } = await progress.phase('Reading orders', 0, async (tick) => {
    const read = await readOrders(orders);
    tick(read.dirty.total);
    return read;
  });
  console.log(`\n${formatOrders(orders, dirty)}\n`);
  if (dirty.accepted === 0) {
    throw new OrdersFileError(orders, 'has no order line that can be settled', 'the reasons are listed above');
  }
  await progress.phase('Compiling the contracts', 0, () => compile(console.log, new AbortController().signal));
  const products = plan === undefined ? mapEvenly(lines, lotCount) : mapByPlan(lines, plan);
  const cycle = await runCycle(lines, products, { random: new Random(seed), mix, progress });
  const results = await collectResults(cycle);
  console.log(`\n${formatResults(results)}`);
  if (out !== undefined) {
    const text = JSON.stringify({ seed, dirty, ...results }, (_, value) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    writeFileSync(out, `${text}\n`);
  }
}
