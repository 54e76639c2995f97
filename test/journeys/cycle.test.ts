import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { collectResults, type Results } from '../../scripts/cycle/collect-results.ts';
import { mapEvenly } from '../../scripts/cycle/map-products.ts';
import type { OrderLine } from '../../scripts/cycle/order-line.ts';
import { DEFAULT_MIX } from '../../scripts/cycle/population.ts';
import { createProgress } from '../../scripts/cycle/progress.ts';
import { Random } from '../../scripts/cycle/random.ts';
import { type Cycle, runCycle } from '../../scripts/cycle/run-cycle.ts';

const progress = createProgress({ quiet: true });

/** Orders of a small shop: every customer buys some of every product. */
function shopOrders(customers: number, products: number): OrderLine[] {
  const random = new Random('shop');
  return Array.from({ length: customers * products }, (_, i) => {
    const unitPrice = BigInt(random.integer(2_000_000, 9_000_000));
    const quantity = random.integer(1, 6);
    return {
      line: i + 2,
      invoice: String(1000 + Math.floor(i / products)),
      stockCode: `P${i % products}`,
      description: `Product ${i % products}`,
      quantity,
      unitPrice,
      sales: BigInt(quantity) * unitPrice,
      time: 0,
      customer: `C${Math.floor(i / products)}`,
      country: 'Utopia',
    };
  });
}

async function run(lines: readonly OrderLine[], seed: number): Promise<{ cycle: Cycle; results: Results }> {
  const options = { random: new Random(seed), mix: DEFAULT_MIX, progress };
  const cycle = await runCycle(lines, mapEvenly(lines, 3), options);
  return { cycle, results: await collectResults(cycle) };
}

describe('a whole cycle', () => {
  const lines = shopOrders(30, 6);
  let cycle: Cycle;
  let results: Results;
  before(async () => {
    ({ cycle, results } = await run(lines, 7));
  });

  it('settles every order and loses no unit', async () => {
    const { money } = results;
    expect(results.orders).to.equal(lines.length);
    expect(money.sales).to.equal(lines.reduce((sum, { sales }) => sum + sales, 0n));
    const spent = money.expert + money.rewards + money.carried + money.commune + money.recommenders + money.unopened;
    expect(spent).to.equal(money.deposit);
    // Two shares of the statement are rounded up, two of every lot down.
    expect(money.unopened <= 2n + 2n * BigInt(results.lots.length)).to.equal(true);
    const { asset, evaluations, settlement } = cycle.commune.contracts;
    expect(await asset.read.balanceOf([evaluations.address])).to.equal(0n);
    expect(await asset.read.balanceOf([settlement.address])).to.equal(money.carried + money.unopened);
  });

  it('finds what is true of every lot', async () => {
    for (const lot of cycle.lots) {
      const [event] = await cycle.commune.contracts.commodities.getEvents.TwinProven(
        { lotId: lot.lotId },
        { fromBlock: 0n },
      );
      const { verdict } = event?.args ?? {};
      expect(verdict?.reports).to.be.greaterThan(6);
      for (const [i, found] of (verdict?.consensus ?? []).entries()) {
        const tolerance = [8, 5, 20][i] ?? 0;
        expect(Math.abs(found - (lot.facts.truth[i] ?? 0)), `lot ${lot.lotId}, ${i}`).to.be.at.most(tolerance);
      }
      const grade = results.lots.find(({ lotId }) => lotId === lot.lotId)?.gradeBps ?? 0;
      if (lot.facts.exaggerated) expect(grade).to.be.lessThan(7_000);
      else expect(grade).to.be.greaterThan(8_000);
    }
  });

  it('pays those who measured, within the cap of the fees nominated to them', async () => {
    const byStrategy = new Map(results.strategies.map((strategy) => [strategy.strategy, strategy]));
    const honest = byStrategy.get('honest');
    expect(honest?.rewards).to.satisfy((rewards: bigint) => rewards > 0n);
    for (const strategy of ['lazy', 'copying', 'colluding'] as const) {
      expect(byStrategy.get(strategy)?.quality ?? 0).to.be.lessThan(honest?.quality ?? 0);
    }
    const { evaluations, settlement } = cycle.commune.contracts;
    for (const { args } of await evaluations.getEvents.ReportClaimed({}, { fromBlock: 0n })) {
      const { lotId = 0, experiencerId = 0, reward = 0n } = args;
      const nominated = await settlement.read.nominatedOf([lotId, experiencerId]);
      expect(reward <= (nominated * 7_500n) / 10_000n, `${experiencerId} on lot ${lotId}`).to.equal(true);
    }
  });

  it('gives power for what was nominated, and votes sum to the supply', async () => {
    const { power } = cycle.commune.contracts;
    const votes = await Promise.all(
      cycle.experiencers.map(async ({ id }) => power.read.getVotes([await power.read.accountOf([id])])),
    );
    const sum = votes.reduce((total, vote) => total + vote, 0n);
    const supply = await power.read.totalSupply();
    expect(sum > 0n && sum <= supply && supply - sum <= BigInt(votes.length)).to.equal(true);
  });

  it('leaves no party a call it should not have', async () => {
    const { access } = cycle.commune.contracts;
    const [isMember] = await access.read.hasRole([0n, cycle.commune.actor(0).account.address]);
    expect(isMember).to.equal(false);
  });

  it('is the same for the same seed and another for another', async () => {
    const again = (await run(lines, 7)).results;
    expect(again).to.deep.equal(results);
    const other = (await run(lines, 8)).results;
    expect(other.lots).not.to.deep.equal(results.lots);
  });
});

describe('npm run cycle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cycle-'));
  after(() => rmSync(folder, { recursive: true }));
  const cycle = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/cycle/main.ts', ...args], { encoding: 'utf8', env: process.env });

  it('prints the tables of a run and writes its results', () => {
    const out = join(folder, 'results.json');
    const args = ['--orders', 'test/fixtures/orders/dirty.csv', '--lot-count', '1', '--quiet', '--out', out];
    const { stdout, stderr, status } = cycle(...args);
    expect(stderr).to.equal('');
    expect(status).to.equal(0);
    for (const title of ['Money', 'Lots', 'Reporters by strategy', 'Gas', 'left out']) expect(stdout).to.include(title);
    const { dirty, money } = JSON.parse(readFileSync(out, 'utf8'));
    const left = Object.values(dirty.reasons as Record<string, { count: number }>).reduce(
      (n, { count }) => n + count,
      0,
    );
    expect(dirty.total).to.equal(dirty.accepted + left);
    expect(left).to.be.greaterThan(0);
    expect(BigInt(money.sales) > 0n).to.equal(true);
  });

  it('says in one sentence what is wrong with a file', () => {
    for (const [file, part] of [
      ['package.json', 'lacks the columns'],
      ['test', 'is a directory'],
      ['nowhere.csv', 'does not exist'],
    ]) {
      const { stdout, stderr, status } = cycle('--orders', file as string, '--quiet');
      expect(status, file).to.equal(1);
      expect(stdout.trim(), file).to.equal('');
      expect(stderr.trim().split('\n'), stderr).to.have.length(1);
      expect(stderr, file).to.include(part);
    }
  });
});
