import { expect } from 'chai';
import { network } from 'hardhat';
import { type Address, getAddress, parseUnits } from 'viem';
import type { Deployed } from '../../scripts/deploy/check/deployed.ts';
import { Facts } from '../../scripts/deploy/check/facts.ts';
import { checkGenesis } from '../../scripts/deploy/check/genesis.ts';
import { profiles } from '../../scripts/deploy/profiles.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, deployLocal } from '../../scripts/local/deploy-local.ts';
import { callTo, govern } from '../../scripts/local/govern.ts';
import { now, toTime } from '../../scripts/local/time.ts';

const STRANGER = getAddress('0x00000000000000000000000000000000000005eb');
const TENTH = parseUnits('100000000', 18);
const YEAR = 365 * 24 * 60 * 60;

describe('check of the genesis allocations', () => {
  let commune: Commune;
  let founders: Address;
  let restore: () => Promise<void>;

  before(async () => {
    commune = await deployLocal(await network.create());
    founders = getAddress(commune.actor(accountIndex.founders).account.address);
  });
  beforeEach(async () => {
    const snapshot = await commune.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });
  afterEach(() => restore());

  async function problems(changed: Partial<Deployed> = {}): Promise<string[]> {
    const { publicClient: client, contracts, clock } = commune;
    const facts = new Facts();
    await checkGenesis({ client, contracts, clock, startBlock: 0n, profile: profiles.local, ...changed }, facts);
    expect(facts.holding + facts.problems.length).to.equal(5);
    return facts.problems;
  }

  /** What is wrong if the token had been deployed like this. */
  async function withToken(treasury: Address, allocations: readonly [Address, bigint][]): Promise<string[]> {
    const { viem } = commune.connection;
    const wallets = allocations.map(([wallet, amount]) => ({ wallet, amount }));
    const args = [commune.contracts.access.address, treasury, wallets] as const;
    const token = await viem.deployContract('CommuneToken', args as never);
    return problems({ contracts: { ...commune.contracts, token } as unknown as Commune['contracts'] });
  }

  it('finds that a tenth that does not vest is no allocation of a public chain', async () => {
    expect(await problems({ profile: profiles.production })).to.deep.equal([
      'CTT of the vesting wallet at the deployment of the token is 50000000, but should be 100000000',
      'CTT of others at the deployment of the token is 50000000, but should be 0',
      `others with CTT at the deployment of the token is ${founders}, but should be nobody`,
      'the vesting wallet has, or has released, 50000000 CTT, which is less than 100000000',
    ]);
  });

  it('finds that somebody else than the timelock got the tenth of the treasury', async () => {
    const { vesting } = commune.contracts;
    const half = TENTH / 2n;
    expect(
      await withToken(STRANGER, [
        [vesting.address, half],
        [founders, half],
      ]),
    ).to.deep.equal([
      'CTT of the timelock at the deployment of the token is 0, but should be 100000000',
      'CTT of others at the deployment of the token is 150000000, but should be 50000000',
      `others with CTT at the deployment of the token is ${STRANGER}, ${founders}, but should be ${founders}`,
    ]);
  });

  it('finds that somebody else than the founders got what does not vest', async () => {
    const { vesting, timelock } = commune.contracts;
    const half = TENTH / 2n;
    expect(
      await withToken(timelock.address, [
        [vesting.address, half],
        [STRANGER, half],
      ]),
    ).to.deep.equal([`others with CTT at the deployment of the token is ${STRANGER}, but should be ${founders}`]);
  });

  it('finds what the vesting wallet lost without releasing it', async () => {
    const { token, vesting } = commune.contracts;
    const { networkHelpers } = commune.connection;
    await networkHelpers.impersonateAccount(vesting.address);
    await networkHelpers.setBalance(vesting.address, parseUnits('1', 18));
    await token.write.transfer([STRANGER, TENTH / 10n], { account: vesting.address });
    expect(await problems()).to.deep.equal([
      'the vesting wallet has, or has released, 40000000 CTT, which is less than 50000000',
    ]);
  });

  it('finds nothing wrong with what was spent, released, given and minted since', async () => {
    const { token, vesting, timelock } = commune.contracts;
    const { account } = commune.actor(accountIndex.founders);
    await govern(commune, 'spend', [
      callTo(token, 'transfer', [STRANGER, TENTH]),
      callTo(token, 'appointMinter', [founders, true]),
    ]);
    expect(await token.read.balanceOf([timelock.address])).to.equal(0n);
    await token.write.mint([STRANGER, TENTH], { account });
    await token.write.transfer([vesting.address, 1n], { account });
    await vesting.write.transferOwnership([STRANGER], { account });
    await toTime(commune, (await now(commune)) + 2 * YEAR);
    await vesting.write.release([token.address], { account });
    expect(await vesting.read.released([token.address])).to.satisfy((released: bigint) => released > TENTH / 5n);
    expect(await problems()).to.be.empty;
  });

  it('finds that the deployment of the token is not where it should be', async () => {
    const startBlock = (await commune.publicClient.getBlockNumber({ cacheTime: 0 })) + 1n;
    const [treasury, founder] = await problems({ startBlock });
    expect(treasury).to.equal('CTT of the timelock at the deployment of the token is 0, but should be 100000000');
    expect(founder).to.equal('CTT of the vesting wallet at the deployment of the token is 0, but should be 50000000');
  });
});
