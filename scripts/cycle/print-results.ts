import type { Results } from './collect-results.ts';
import { DIRTY_REASONS, type DirtyReason, type DirtyReport } from './dirty-report.ts';
import { formatCount, formatMoney, formatPercent } from './format-number.ts';
import { formatTable, type TableColumn } from './table.ts';

const left = (title: string): TableColumn => ({ title, align: 'left' });
const right = (title: string): TableColumn => ({ title, align: 'right' });

/** What was read and what was left out, with examples. */
export function formatOrders(file: string, { total, accepted, reasons }: DirtyReport): string {
  const dirty = (Object.keys(reasons) as DirtyReason[]).filter((reason) => reasons[reason].count > 0);
  const head = `${file}: ${formatCount(total)} order lines, ${formatCount(accepted)} usable, ${formatCount(total - accepted)} left out`;
  const details = dirty.flatMap((reason) => [
    `  ${formatCount(reasons[reason].count)} × ${DIRTY_REASONS[reason]}`,
    ...reasons[reason].examples.map(({ line, text }) => `      line ${line}: ${text}`),
  ]);
  return [head, ...details].join('\n');
}

/** The cycle's tables. */
export function formatResults(results: Results): string {
  return [
    heading('Money', formatMoneyTable(results)),
    heading('Lots', formatLots(results)),
    heading('Reporters by strategy', formatStrategies(results)),
    heading('Gas', formatGas(results)),
  ].join('\n\n');
}

function heading(title: string, text: string): string {
  return `${title}\n\n${text}`;
}

function formatMoneyTable({ money }: Results): string {
  const rows: [string, bigint, string][] = [
    ['sales', money.sales, ''],
    ['experience fees', money.fees, 'paid by the producer out of the price'],
    ['– to the expert', money.expert, 'owner of the quality model'],
    ['– to winning experiencers', money.rewards, 'at most 75 % of the fees nominated to each'],
    ['– to the next lots (carry)', money.carried, 'what winners left, and pots without winners'],
    ['– kept by the platform', money.platform, 'off chain'],
    ['– not opened yet', money.unopened, 'rounding, swept to the audit fund after a year'],
    ['commissions to recommenders', money.recommenders, 'paid by the producer out of the price'],
    ['to the commune', money.commune, '0.6 % of sales, on top, paid by the platform'],
    ['bonds lost by not revealing', money.penalties, 'to the audit fund'],
  ];
  return formatTable(
    [left(''), right('amount'), right('of sales'), left('')],
    rows.map(([name, amount, note]) => [name, formatMoney(amount), formatPercent(amount, money.sales, 3), note]),
  );
}

function formatLots({ lots }: Results): string {
  return formatTable(
    [
      right('lot'),
      left('best seller'),
      right('orders'),
      right('sales'),
      left('claims'),
      right('reports'),
      right('effective'),
      left('verdict'),
      right('grade'),
      right('winners'),
      right('rewards'),
      right('carried'),
    ],
    lots.map((lot) => [
      String(lot.lotId),
      `${lot.name} ${lot.description}`,
      formatCount(lot.orders),
      formatMoney(lot.sales, 2),
      lot.exaggerated ? 'exaggerated' : 'true',
      `${lot.revealed}/${lot.reports}`,
      lot.effectiveReports > 0 ? (lot.effectiveReports / 100).toFixed(1) : '–',
      lot.state,
      lot.round === 'Final' ? (lot.gradeBps / 100).toFixed(1) : '–',
      String(lot.winners),
      formatMoney(lot.rewards, 2),
      formatMoney(lot.carried, 2),
    ]),
  );
}

function formatStrategies({ strategies }: Results): string {
  return formatTable(
    [
      left('strategy'),
      right('people'),
      right('reports'),
      right('scored'),
      right('mean quality of 256'),
      right('wins'),
      right('rewards'),
      right('power'),
    ],
    strategies.map((strategy) => [
      strategy.strategy,
      String(strategy.people),
      String(strategy.reports),
      String(strategy.scored),
      strategy.quality.toFixed(1),
      String(strategy.wins),
      formatMoney(strategy.rewards, 2),
      formatMoney(strategy.power, 2),
    ]),
  );
}

function formatGas({ gas, orders }: Results): string {
  const total = gas.reduce((sum, { entry }) => sum + entry.total, 0n);
  const row = (step: string, count: number, gasTotal: bigint, max?: bigint) => [
    step,
    formatCount(count),
    max === undefined ? '' : formatCount(gasTotal / BigInt(count)),
    max === undefined ? '' : formatCount(max),
    formatCount(gasTotal),
    (Number(gasTotal) / orders).toFixed(1),
  ];
  return formatTable(
    [left('step'), right('times'), right('mean'), right('most'), right('gas'), right('gas per order')],
    [
      ...gas.map(({ step, entry }) => row(step, entry.count, entry.total, entry.max)),
      row(
        'all of it',
        gas.reduce((sum, { entry }) => sum + entry.count, 0),
        total,
      ),
    ],
  );
}
