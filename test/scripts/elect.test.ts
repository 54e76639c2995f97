import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { network } from 'hardhat';
import { getAddress, type PublicClient } from 'viem';
import { electionWindow } from '../../protocol/clock/term.ts';
import { UsageError } from '../../scripts/cycle/usage-error.ts';
import { elect } from '../../scripts/elect/elect.ts';
import { parseOptions } from '../../scripts/elect/options.ts';
import {
  deployElections,
  type ElectionWorld,
  populate,
  setRules,
  toEpochStart,
} from '../../scripts/local/election-world.ts';

const ADDRESS = getAddress('0x00000000000000000000000000000000000000e1');
const RPC = 'http://127.0.0.1:8545';
const KEY = `0x${'11'.repeat(32)}`;
const CTT = 10n ** 18n;
const chain = ['--rpc', RPC, '--elections', ADDRESS];

describe('options of npm run elect', () => {
  const parse = (args: string[], key?: string) => parseOptions(args, { ELECT_PRIVATE_KEY: key, INIT_CWD: tmpdir() });

  it('name chain, contract and key', () => {
    const expected = { rpcUrl: RPC, elections: ADDRESS, edgesPerPage: 2_000, privateKey: KEY };
    expect(parse(chain, KEY)).to.deep.equal(expected);
    expect(parse([...chain, '--dry-run', '--edges-per-page', '16'])).to.deep.equal({
      ...expected,
      edgesPerPage: 16,
      privateKey: undefined,
    });
    expect(parse(['--help'])).to.equal('help');
  });

  it('find chain and contract in the deployment file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'elect-'));
    try {
      const file = join(folder, 'deployment.json');
      writeFileSync(file, JSON.stringify({ rpcUrl: RPC, contracts: { elections: ADDRESS } }));
      expect(parse(['--deployment', file], KEY)).to.include({ rpcUrl: RPC, elections: ADDRESS });
      writeFileSync(file, JSON.stringify({ rpcUrl: RPC, contracts: {} }));
      expect(() => parse(['--deployment', file], KEY)).to.throw(UsageError, '--elections');
      writeFileSync(file, 'no JSON');
      expect(() => parse(['--deployment', file], KEY)).to.throw(UsageError, 'not JSON');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const wrong: [args: string[], key: string | undefined, says: string][] = [
    [['--rpc', 'ftp://x', '--elections', ADDRESS], KEY, '--rpc needs a URL'],
    [['--rpc', RPC, '--elections', '0x12'], KEY, '--elections needs the address'],
    [[...chain, '--edges-per-page', '15'], KEY, '--edges-per-page needs a whole number'],
    [[...chain, '--edges-per-page', 'many'], KEY, '--edges-per-page needs a whole number'],
    [[...chain, '--fast'], KEY, '--fast'],
    [chain, undefined, 'ELECT_PRIVATE_KEY is not set'],
    [chain, '0x12', 'ELECT_PRIVATE_KEY is not a key'],
    [['--deployment', 'nowhere.json'], KEY, 'There is no deployment file'],
  ];
  for (const [args, key, says] of wrong) {
    it(`say what is wrong with ${args.slice(-2).join(' ')}${key ? '' : ' without a key'}`, () => {
      expect(() => parse(args, key)).to.throw(UsageError, says);
    });
  }
});

describe('npm run elect', function () {
  this.timeout(60_000);
  const run = ({ publicClient, contracts }: ElectionWorld) =>
    elect(publicClient as PublicClient, { elections: contracts.elections.address, edgesPerPage: 100, say: () => {} });

  it('waits for the election, solves it, and sends nothing without a key', async () => {
    const world = await deployElections(await network.create());
    await setRules(world, { seats: 3, minSelfBond: CTT, minPower: 1n });
    await populate(world, {
      candidates: [1n, 2n, 3n, 4n].map((power) => ({ selfBond: CTT, commissionBps: 0, power })),
      voters: [
        { stake: 60n * CTT, targets: [1, 2, 3] },
        { stake: CTT, targets: [4] },
      ],
    });
    const { from } = electionWindow(world.clock, 1);
    expect(await run(world)).to.deep.equal({ result: 'closed', term: 1, opensAt: from });
    await toEpochStart(world, 3);
    const solved = await run(world);
    if (solved.result !== 'solved') throw new Error(solved.result);
    expect(solved.solution.winners).to.deep.equal([1, 2, 3]);
    expect(solved.outcome).to.include({ winners: 3, least: 20n * CTT, sum: 60n * CTT });
    expect(await world.contracts.elections.read.electionOf([1])).to.equal(0);
  });

  it('says when too few can win', async () => {
    const world = await deployElections(await network.create());
    await setRules(world, { seats: 3, minSelfBond: CTT, minPower: 1n });
    await populate(world, {
      candidates: [1n, 2n].map((power) => ({ selfBond: CTT, commissionBps: 0, power })),
      voters: [{ stake: CTT, targets: [1, 2] }],
    });
    await toEpochStart(world, 3);
    expect(await run(world)).to.include({ result: 'no solution', winners: 2 });
  });
});
