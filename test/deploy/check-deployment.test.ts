import { expect } from 'chai';
import { network } from 'hardhat';
import { type Address, getAddress, toFunctionSelector } from 'viem';
import { checkClasses } from '../../scripts/deploy/check/bounds.ts';
import { checkDeployment, type Finding } from '../../scripts/deploy/check/check-deployment.ts';
import type { Deployed } from '../../scripts/deploy/check/deployed.ts';
import { Facts } from '../../scripts/deploy/check/facts.ts';
import { timelockRoles } from '../../scripts/deploy/governance.ts';
import { profiles } from '../../scripts/deploy/profiles.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, deployLocal } from '../../scripts/local/deploy-local.ts';
import { callTo, type GovernedCall, govern } from '../../scripts/local/govern.ts';

const STRANGER = getAddress('0x00000000000000000000000000000000000005eb');

describe('check of a deployment', () => {
  let commune: Commune;
  let bystander: Address;
  let restore: () => Promise<void>;

  before(async () => {
    commune = await deployLocal(await network.create());
    bystander = commune.actor(accountIndex.governance).account.address;
  });
  beforeEach(async () => {
    const snapshot = await commune.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });
  afterEach(() => restore());

  async function check(
    changed: Partial<Deployed> = {},
    bystanders: readonly Address[] = [bystander],
  ): Promise<Finding[]> {
    const { publicClient: client, contracts, clock } = commune;
    const deployed = { client, contracts, clock, startBlock: 0n, profile: profiles.local, ...changed };
    return checkDeployment(deployed, { hasFaucet: true, bystanders });
  }

  const problemsOf = (findings: readonly Finding[]) => findings.flatMap(({ problems }) => problems);

  /** What is wrong after the timelock has made some calls. */
  async function after(...calls: GovernedCall[]): Promise<string[]> {
    await govern(commune, 'spoil', calls);
    return problemsOf(await check());
  }

  it('finds nothing wrong with what was just deployed, and looks at hundreds of facts', async () => {
    const findings = await check();
    expect(problemsOf(findings)).to.deep.equal([]);
    for (const { title, holding } of findings) expect(holding, title).to.be.greaterThan(3);
    expect(findings.reduce((sum, { holding }) => sum + holding, 0)).to.be.greaterThan(300);
  });

  it('finds who may schedule in the timelock besides the governor', async () => {
    const problems = problemsOf(await check({}, []));
    const roles = Object.keys(timelockRoles).filter((role) => role !== 'admin');
    expect(problems).to.have.length(roles.length);
    for (const [i, role] of roles.entries())
      expect(problems[i]).to.match(new RegExp(`^${role} of the timelock .*${bystander}`, 'i'));
  });

  it('finds nobody else in the timelock once the bystander has renounced', async () => {
    const { timelock } = commune.contracts;
    for (const role of [timelockRoles.proposer, timelockRoles.canceller, timelockRoles.executor]) {
      await timelock.write.renounceRole([role, bystander], { account: bystander });
    }
    expect(problemsOf(await check({}, []))).to.deep.equal([]);
  });

  it('finds another administrator', async () => {
    const { access } = commune.contracts;
    const [problem, ...others] = await after(callTo(access, 'grantRole', [0n, STRANGER, 0]));
    expect(others).to.be.empty;
    expect(problem).to.match(/^holders of role 0 .*0x0{37}5eB/i);
  });

  it('finds a role that nobody has heard of, and a function that belongs to it', async () => {
    const { access, settlement } = commune.contracts;
    const problems = await after(
      callTo(access, 'grantRole', [9n, STRANGER, 0]),
      callTo(access, 'setTargetFunctionRole', [settlement.address, ['0x12345678'], 9n]),
      callTo(access, 'setTargetFunctionRole', [commune.contracts.token.address, ['0xffffffff'], 9n]),
    );
    expect(problems).to.have.length(1);
    expect(problems[0]).to.match(/^holders of role 9/);
    const [, assigned] = await after(callTo(access, 'setTargetFunctionRole', [settlement.address, [SET_SHARES], 9n]));
    expect(assigned).to.equal('role of settlement.setShares is 9, but should be 0');
  });

  it('finds a closed contract', async () => {
    const { access, court } = commune.contracts;
    expect(await after(callTo(access, 'setTargetClosed', [court.address, true]))).to.deep.equal([
      'court is closed by the access manager is true, but should be false',
    ]);
  });

  it('finds another minter, and forgets one that was dismissed', async () => {
    const { token } = commune.contracts;
    const [problem] = await after(callTo(token, 'appointMinter', [STRANGER, true]));
    expect(problem).to.match(/^isMinter of token/);
    expect(await after(callTo(token, 'appointMinter', [STRANGER, false]))).to.be.empty;
  });

  it('finds a wire that leads elsewhere', async () => {
    const { settlement, rewards } = commune.contracts;
    const problems = await after(callTo(settlement, 'appointRecipients', [STRANGER, rewards.address]));
    expect(problems.map((problem) => problem.split(' ')[0])).to.deep.equal([
      'settlement.commune',
      'settlement.auditFund',
    ]);
  });

  it('finds a function with another class than the sources give it', async () => {
    const { publicClient: client, contracts, clock } = commune;
    const facts = new Facts();
    const swapped = { ...contracts, platforms: contracts.asset } as unknown as Commune['contracts'];
    await checkClasses({ client, contracts: swapped, clock, startBlock: 0n, profile: profiles.local }, facts);
    const of = (address: Address, signature: string) =>
      `class of ${address} ${toFunctionSelector(signature)}`.toLowerCase();
    expect(facts.problems).to.include.members([
      `${of(contracts.asset.address, 'suspend(uint32)')} is constitutional, but should be emergency`,
      `${of(contracts.platforms.address, 'suspend(uint32)')} is emergency, but should be constitutional`,
    ]);
    expect(facts.problems).to.have.length(6);
  });

  it('finds other code than that of the sources', async () => {
    const { publicClient, contracts, connection } = commune;
    const code = (await publicClient.getCode({ address: contracts.court.address })) ?? '0x';
    await connection.networkHelpers.setCode(contracts.court.address, `${code}00`);
    const problems = problemsOf(await check());
    expect(problems).to.deep.equal([
      `the code of Court at ${contracts.court.address} is not what these sources compile to`,
    ]);
  });

  it('finds that there is nothing where a contract should be', async () => {
    const { contracts, connection } = commune;
    await connection.networkHelpers.setCode(contracts.vesting.address, '0x');
    expect(problemsOf(await check())).to.deep.equal([
      `there is no code at ${contracts.vesting.address}, where FounderVesting should be`,
    ]);
  });

  it('finds epochs of another length and a delay that is shorter than the profile says', async () => {
    const problems = problemsOf(await check({ profile: profiles.production }));
    expect(problems.join('\n')).to.contain('least delay of the timelock is 60, but should be 86400');
    expect(problems.join('\n')).to.contain('the delay of the timelock, 60 s, is not below 172800 s');
    const clock = { ...commune.clock, epochLength: 60 };
    expect(problemsOf(await check({ clock })).join('\n')).to.contain('models.epochLength is 604800, but should be 60');
  });
});

const SET_SHARES = toFunctionSelector('setShares(uint16,uint16,uint16)');
