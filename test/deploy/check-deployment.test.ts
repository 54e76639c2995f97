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
import { now, toTime } from '../../scripts/local/time.ts';

const DAY = 24 * 60 * 60;
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

  it('does not believe that nothing came before the first block it is told', async () => {
    const startBlock = (await commune.publicClient.getBlockNumber({ cacheTime: 0 })) + 1n;
    const late = problemsOf(await check({ startBlock })).filter((problem) => problem.includes('what happened before'));
    const of = (name: string) =>
      `${name} was not deployed in block ${startBlock} or later: what happened before is not known`;
    const read = ['access', 'timelock', 'governor', 'token', 'power', 'elections', 'court'];
    expect(late).to.deep.equal(read.map(of));
    // An event of its name that somebody caused later is not the beginning either.
    const { access } = commune.contracts;
    await govern(commune, 'spoil', [callTo(access, 'grantRole', [77n, STRANGER, 0])]);
    expect(problemsOf(await check({ startBlock }))).to.include(of('access'));
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

  it('finds who only waits for a role', async () => {
    const { access } = commune.contracts;
    await govern(commune, 'slow', [callTo(access, 'setGrantDelay', [1n, 30 * DAY])]);
    await toTime(commune, (await now(commune)) + 5 * DAY);
    await govern(commune, 'quick', [callTo(access, 'setGrantDelay', [1n, 0])]);
    await toTime(commune, (await now(commune)) + 29 * DAY);
    await govern(commune, 'grant', [callTo(access, 'grantRole', [1n, STRANGER, 0])]);
    const since = (await now(commune)) + 30 * DAY;
    await toTime(commune, (await now(commune)) + 2 * DAY);
    expect(await access.read.hasRole([1n, STRANGER])).to.deep.equal([false, 0]);
    const [waits, holders, ...others] = problemsOf(await check());
    expect(others).to.be.empty;
    expect(waits).to.equal(`${STRANGER} has role 1 of the access manager only from ${since} on`);
    expect(holders).to.match(/^holders of role 1 of the access manager is .*0x0{37}5eB/i);
  });

  it('finds who has a role, but has to wait whenever it is used', async () => {
    const { access, guardian } = commune.contracts;
    const holder = getAddress(guardian.address);
    expect(await after(callTo(access, 'grantRole', [1n, holder, 3_600]))).to.deep.equal([
      `execution delay of ${holder} in role 1 is 3600 s, but should be 0 s`,
    ]);
    const problems = await after(callTo(access, 'grantRole', [1n, holder, 60]));
    const effect = (await now(commune)) + 3_540;
    expect(problems).to.deep.equal([
      `execution delay of ${holder} in role 1 is 3600 s (60 s from ${effect} on), but should be 0 s`,
    ]);
  });

  it('finds who else rules over roles, and over one that nobody holds', async () => {
    const { access } = commune.contracts;
    const problems = await after(
      callTo(access, 'setRoleAdmin', [1n, 2n]),
      callTo(access, 'setRoleGuardian', [2n, 1n]),
      callTo(access, 'setRoleGuardian', [9n, 8n]),
    );
    expect(problems).to.deep.equal([
      'administrator of role 1 is 2, but should be 0',
      'guardian of role 2 is 1, but should be 0',
      'guardian of role 9 is 8, but should be 0',
    ]);
  });

  it('finds delays of roles and contracts before they begin and afterwards', async () => {
    const { access, settlement } = commune.contracts;
    const problems = await after(
      callTo(access, 'setGrantDelay', [2n, 3_600]),
      callTo(access, 'setTargetAdminDelay', [settlement.address, 60]),
    );
    const effect = (await now(commune)) + 5 * DAY;
    expect(problems).to.deep.equal([
      `grant delay of role 2 is 0 s (3600 s from ${effect} on), but should be 0 s`,
      `admin delay of settlement is 0 s (60 s from ${effect} on), but should be 0 s`,
    ]);
    await toTime(commune, effect);
    expect(problemsOf(await check())).to.deep.equal([
      'grant delay of role 2 is 3600 s, but should be 0 s',
      'admin delay of settlement is 60 s, but should be 0 s',
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

  it('finds epochs of another length, a shorter delay and less vesting than the profile says', async () => {
    const problems = problemsOf(await check({ profile: profiles.production }));
    expect(problems.join('\n')).to.contain('least delay of the timelock is 60, but should be 86400');
    expect(problems.join('\n')).to.contain('the delay of the timelock, 60 s, is not below 172800 s');
    expect(problems.join('\n')).to.contain('CTT of the vesting wallet at the deployment of the token is 50000000');
    const clock = { ...commune.clock, epochLength: 60 };
    expect(problemsOf(await check({ clock })).join('\n')).to.contain('models.epochLength is 604800, but should be 60');
  });
});

const SET_SHARES = toFunctionSelector('setShares(uint16,uint16,uint16)');
