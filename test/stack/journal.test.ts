import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { network } from 'hardhat';
import { parseEther } from 'viem';
import type { Connection } from '../../scripts/local/deploy-local.ts';
import { headOf, readBlocks } from '../../scripts/stack/chain/block-record.ts';
import { Journal } from '../../scripts/stack/chain/journal.ts';
import { replay } from '../../scripts/stack/chain/replay.ts';

const GENESIS = 1_700_000_000;

describe('journal of the local chain', function () {
  this.timeout(120_000);
  let folder: string;
  let file: string;
  let connection: Connection;
  let journal: Journal;

  const chain = () => network.create({ network: 'default', override: { initialDate: new Date(GENESIS * 1000) } });

  /** A chain with blocks of all kinds, written down. */
  async function journalled() {
    const connection = await chain();
    const journal = new Journal(file);
    journal.follow(connection, -1);
    const { viem, provider, networkHelpers } = connection;
    const [first, second] = await viem.getWalletClients();
    if (first === undefined || second === undefined) throw new Error('the chain has no accounts');
    const token = await viem.deployContract('FaucetToken');
    await networkHelpers.time.increase(1_000_000);
    for (const type of ['legacy', 'eip2930', 'eip1559'] as const) {
      await first.sendTransaction({ to: second.account.address, value: 1n, type });
    }
    // Out of gas: reverted, and in a block.
    await token.write.drip([first.account.address, 5n], { gas: 22_500n }).catch(() => {});
    await provider.request({ method: 'evm_setAutomine', params: [false] });
    await first.sendTransaction({ to: second.account.address, value: parseEther('1') });
    await first.sendTransaction({ to: second.account.address, value: parseEther('2') });
    await provider.request({ method: 'evm_mine' });
    await provider.request({ method: 'evm_setAutomine', params: [true] });
    await networkHelpers.mine(4);
    await journal.catchUp();
    return { connection, journal };
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
    file = join(folder, 'chain', 'journal.jsonl');
    ({ connection, journal } = await journalled());
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives the same chain again, hash for hash, and goes on in time where it stopped', async () => {
    const records = journal.read();
    const again = await chain();
    expect(await replay(again, records)).to.equal(true);
    const head = await headOf(connection);
    expect(await headOf(again)).to.equal(head);
    expect(await readBlocks(again, 0, head)).to.deep.equal(await readBlocks(connection, 0, head));
    expect(records.some(({ transactions }) => transactions.length === 2)).to.equal(true);
    await again.provider.request({ method: 'evm_mine' });
    const [next] = await readBlocks(again, records.length, records.length);
    expect(next?.timestamp).to.be.within(GENESIS + 1_000_000, GENESIS + 1_000_300);
  });

  it('says so when the chain cannot be had again', async () => {
    const records = journal.read();
    const forged = (time: number) => {
      const [last] = records.slice(-1);
      if (last === undefined) throw new Error('there are no blocks');
      return [...records.slice(0, -1), { ...last, timestamp: time }];
    };
    const other = await chain();
    expect(await replay(other, forged(GENESIS + 2_000_000))).to.equal(false);
    // A time before that of the block before it.
    expect(await replay(other, forged(GENESIS))).to.equal(false);
  });

  it('is written block by block, also from several calls at once', async () => {
    await connection.networkHelpers.mine(3);
    await Promise.all([journal.catchUp(), journal.catchUp(), journal.catchUp()]);
    expect(journal.read().map(({ number }) => number)).to.deep.equal(
      Array.from({ length: (await headOf(connection)) + 1 }, (_, i) => i),
    );
  });

  it('loses only the line that a crash cut off', () => {
    const before = journal.read();
    appendFileSync(file, '{"number":99,"timest');
    expect(new Journal(file).read()).to.deep.equal(before);
    expect(readFileSync(file, 'utf8').endsWith('\n')).to.equal(true);
  });
});
