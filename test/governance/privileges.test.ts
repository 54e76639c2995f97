import { globSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { network } from 'hardhat';
import { type AbiFunction, type Address, encodeFunctionData, getAddress, toFunctionSelector } from 'viem';
import { parameterSetters } from '../../protocol/governance/limits.ts';
import { listedFunctions } from '../../protocol/governance/listed-functions.ts';
import { timelockRoles } from '../../scripts/deploy/governance.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, deployLocal } from '../../scripts/local/deploy-local.ts';
import { type Callable, callables, dataOf, refusalOf, settingArguments } from './calls.ts';
import { openCalls } from './open-calls.ts';

const STRANGER = getAddress('0x00000000000000000000000000000000000005eb');

type Name = keyof Commune['contracts'];

/** Errors by which a contract says that it is not for the caller. */
const REFUSALS = new Set([
  'AccessManagedUnauthorized',
  'AccessManagerUnauthorizedAccount',
  'AccessControlUnauthorizedAccount',
  'TimelockUnauthorizedCaller',
  'GovernorOnlyExecutor',
  'OwnableUnauthorizedAccount',
  'NotGuardian',
  'NotMinter',
  'NotDisputes',
  'NotDemands',
  'NotSettlement',
  'NotPlatforms',
  'NotElections',
  'NotCourt',
]);

/** What only one other contract of the commune calls. */
const INTERNAL: Readonly<Record<string, readonly Name[]>> = {
  'models.holdBond': ['disputes'],
  'commodities.holdBond': ['disputes'],
  'platforms.openDemand': ['demands'],
  'platforms.closeDemand': ['demands'],
  'platforms.slashDemand': ['demands'],
  'platforms.recordStatement': ['settlement'],
  'settlement.compensate': ['platforms'],
  'power.mint': ['evaluations'],
  'token.mint': ['emission'],
  // Of the lot's own arbitration; what has no lot has none.
  'evaluations.applyRuling': [],
  'validators.slash': ['elections'],
  'elections.slash': ['court'],
};

/** Who besides the timelock may call what belongs to governance. */
const DELEGATED: Readonly<Record<string, readonly Name[]>> = {
  'platforms.suspend': ['governor', 'guardian'],
  'platforms.admit': ['guardian'],
};

describe('privileges', () => {
  let commune: Commune;
  let functions: Callable[];
  let parties: Map<Address, string>;

  before(async () => {
    commune = await deployLocal(await network.create());
    const { contracts, actor } = commune;
    // What is left is what a public deployment has.
    const { account } = actor(accountIndex.governance);
    for (const role of [timelockRoles.proposer, timelockRoles.canceller, timelockRoles.executor]) {
      await contracts.timelock.write.renounceRole([role, account.address], { account });
    }
    functions = callables(commune);
    const accounts = Object.entries(accountIndex).map(([name, i]) => [actor(i).account.address, name] as const);
    const parts = Object.entries(contracts).map(([name, { address }]) => [getAddress(address), name] as const);
    parties = new Map([[STRANGER, 'stranger'], ...accounts, ...parts]);
  });

  const nameOf = ({ contract, item }: Callable) => `${contract}.${item.name}`;

  /** Parties whose call is not refused because of who they are. */
  async function admitted(callable: Callable): Promise<string[]> {
    const data = dataOf(callable);
    const verdicts = await Promise.all(
      [...parties].map(async ([address, name]) => {
        const refusal = await refusalOf(commune, address, callable.address, data);
        return refusal !== null && REFUSALS.has(refusal.name) ? null : name;
      }),
    );
    return verdicts.filter((name) => name !== null);
  }

  async function refusedToStrangers(): Promise<Map<Callable, string>> {
    const found = new Map<Callable, string>();
    for (const callable of functions) {
      const refusal = await refusalOf(commune, STRANGER, callable.address, dataOf(callable));
      if (refusal !== null && REFUSALS.has(refusal.name)) found.set(callable, refusal.name);
    }
    return found;
  }

  it('has two kinds of calls: those that anybody may make, all of them listed, and those that are refused to strangers', async () => {
    const refused = await refusedToStrangers();
    const open = functions.filter((callable) => !refused.has(callable)).map(nameOf);
    expect([...new Set(open)].sort()).to.deep.equal([...openCalls].sort());
    expect(refused.size).to.be.greaterThan(60);
  });

  it('refuses to strangers whatever the sources restrict', async () => {
    const refused = new Set([...(await refusedToStrangers()).keys()].map(({ item }) => item.name));
    const restricted = globSync('contracts/**/*.sol')
      .flatMap((file) => [
        ...readFileSync(file, 'utf8').matchAll(/function (\w+)\([^)]*\) (?:external|public) restricted/g),
      ])
      .map(([, name = '']) => name);
    expect(restricted.length).to.be.greaterThan(25);
    for (const name of restricted) expect(refused.has(name), name).to.equal(true);
  });

  it('gives what the access manager guards to the timelock alone, but for two calls about platforms', async () => {
    const guarded = [...(await refusedToStrangers())].filter(([, error]) => error === 'AccessManagedUnauthorized');
    expect(guarded.length).to.be.greaterThan(30);
    for (const [callable] of guarded) {
      // Only the access manager itself moves a contract to another one, when its administrator says so.
      const owners =
        callable.item.name === 'setAuthority' ? ['access'] : ['timelock', ...(DELEGATED[nameOf(callable)] ?? [])];
      expect((await admitted(callable)).sort(), nameOf(callable)).to.deep.equal(owners.sort());
    }
  });

  it('gives the access manager to the timelock, and the timelock to the governor', async () => {
    const refused = await refusedToStrangers();
    const of = (error: string) => [...refused].filter(([, name]) => name === error).map(([callable]) => callable);
    for (const callable of of('AccessManagerUnauthorizedAccount')) {
      expect(await admitted(callable), nameOf(callable)).to.deep.equal(['timelock']);
    }
    for (const callable of [...of('AccessControlUnauthorizedAccount'), ...of('TimelockUnauthorizedCaller')]) {
      // Its roles and its delay are the timelock's own matter: only a decision that went through it gets there.
      const isOwn = ['grantRole', 'revokeRole', 'updateDelay'].includes(callable.item.name);
      expect(await admitted(callable), nameOf(callable)).to.deep.equal([isOwn ? 'timelock' : 'governor']);
    }
    for (const callable of of('GovernorOnlyExecutor')) {
      expect(await admitted(callable), nameOf(callable)).to.deep.equal(['timelock']);
    }
    for (const callable of of('NotGuardian')) {
      expect(await admitted(callable), nameOf(callable)).to.deep.equal(['guardian']);
    }
  });

  it('gives what parts do for each other to these parts alone', async () => {
    const kinds = new Set([
      'NotMinter',
      'NotDisputes',
      'NotDemands',
      'NotSettlement',
      'NotPlatforms',
      'NotElections',
      'NotCourt',
    ]);
    const internal = [...(await refusedToStrangers())].filter(([, error]) => kinds.has(error));
    expect(internal.map(([callable]) => nameOf(callable)).sort()).to.deep.equal(Object.keys(INTERNAL).sort());
    for (const [callable] of internal) {
      expect(await admitted(callable), nameOf(callable)).to.deep.equal(INTERNAL[nameOf(callable)]);
    }
  });

  it('lists only functions that there are and that belong to governance', () => {
    for (const { contract, signature } of listedFunctions) {
      const selector = toFunctionSelector(signature);
      const found = functions.find((one) => one.contract === contract && toFunctionSelector(one.item) === selector);
      expect(found, `${contract}.${signature}`).to.not.equal(undefined);
      expect(openCalls).to.not.include(`${contract}.${found?.item.name}`);
    }
  });

  describe('limits of parameters', () => {
    /** The governor's own are set by its proposals only: test/governance/Proposing.t.sol. */
    const direct = parameterSetters.filter(({ contract }) => contract !== 'governor');

    it('are known of every parameter that does not need a constitutional decision', () => {
      const known = parameterSetters.map(({ contract, signature }) => `${contract}.${signature}`);
      const parameters = listedFunctions
        .filter(({ signature }) => signature.startsWith('set'))
        .map(({ contract, signature }) => `${contract}.${signature}`);
      expect(known).to.include.members(parameters);
    });

    for (const { contract, signature, parameters } of direct) {
      it(`hold for ${contract}.${signature}, even against the timelock`, async () => {
        const { timelock } = commune.contracts;
        const selector = toFunctionSelector(signature);
        const callable = functions.find(
          (one) => one.contract === contract && toFunctionSelector(one.item) === selector,
        );
        const { address, item } = callable as Callable;
        // Locally the timelock's delay may be shorter.
        const isDelay = contract === 'timelock';
        const limits = parameters.map((one) => (isDelay ? { ...one, min: 60n } : one));
        const set = (values: readonly bigint[]) => {
          const args = settingArguments(item as AbiFunction, values);
          return refusalOf(
            commune,
            timelock.address,
            address,
            encodeFunctionData({ abi: [item], functionName: item.name, args } as never),
          );
        };
        const least = limits.map(({ min }) => min);
        expect(await set(least), 'the lower limits').to.equal(null);
        expect(await set(limits.map(({ max }) => max)), 'the upper limits').to.equal(null);
        for (const [i, { name, min, max }] of limits.entries()) {
          for (const value of [min - 1n, max + 1n].filter((one) => one >= 0n)) {
            const refusal = await set(least.with(i, value));
            expect(refusal?.name, `${name} ${value}`).to.equal('ParameterOutOfBounds');
            expect(refusal?.args.slice(1, 2)).to.deep.equal([value]);
          }
        }
      });
    }
  });
});
