import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { timelockRoles } from '../../scripts/deploy/governance.ts';
import { ACCOUNT_COUNT } from '../../scripts/local/accounts.ts';
import { proposalState } from '../../scripts/local/proposals.ts';
import { type OpenWorld, openWorld } from '../../scripts/stack/chain/open-world.ts';
import { WorldFile } from '../../scripts/stack/chain/world-file.ts';
import { freePort } from '../support/free-port.ts';

describe('a world that is made', function () {
  this.timeout(120_000);
  let folder: string;
  let world: OpenWorld;

  const open = async () =>
    openWorld({ port: await freePort(), dataFolder: folder, isFresh: false, hasTraces: false, say: () => {} });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'world-'));
    world = await open();
  });

  after(async () => {
    await world?.chain.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function rulers(): Promise<string[]> {
    const { commune } = world;
    const { governor, timelock } = commune.contracts;
    const accounts = Array.from({ length: ACCOUNT_COUNT }, (_, i) => commune.actor(i).account.address);
    const found: string[] = [];
    for (const [role, id] of Object.entries(timelockRoles)) {
      for (const account of [...accounts, governor.address, timelock.address]) {
        if (await timelock.read.hasRole([id, account])) found.push(`${role} ${account.toLowerCase()}`);
      }
    }
    return found;
  }

  it('has a timelock that obeys the governor and nobody else', async () => {
    const { governor, timelock } = world.commune.contracts;
    const [byVote, itself] = [governor.address.toLowerCase(), timelock.address.toLowerCase()];
    expect(await rulers()).to.have.members([
      `admin ${itself}`,
      ...['proposer', 'canceller', 'executor'].map((role) => `${role} ${byVote}`),
    ]);
  });

  it('begins with a vote that is open and a decision that waits to be queued', async () => {
    if (world.isContinued) expect.fail('there was no world before');
    const { commune, proposals } = world.world;
    expect(await proposalState(commune, proposals.get('unsealCharge') ?? 0n)).to.equal('Active');
    expect(await proposalState(commune, proposals.get('referenceSamples') ?? 0n)).to.equal('Succeeded');
  });

  it('is the same when it goes on', async () => {
    new WorldFile(folder).write(world.facts);
    await world.chain.close();
    world = await open();
    expect(world.isContinued).to.equal(true);
    expect((await rulers()).length).to.equal(Object.keys(timelockRoles).length);
  });
});
