import { expect } from 'chai';
import fc from 'fast-check';
import { network } from 'hardhat';
import {
  type Address,
  BaseError,
  ContractFunctionRevertedError,
  createWalletClient,
  custom,
  type PublicClient,
  parseEventLogs,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { ProtocolError } from '../../protocol/error.ts';
import { decodeSolution } from '../../protocol/validators/decode-solution.ts';
import { type EncodedSolution, encodeSolution } from '../../protocol/validators/encode-solution.ts';
import type { Outcome } from '../../protocol/validators/outcome.ts';
import { pageSolution } from '../../protocol/validators/page-solution.ts';
import type { Snapshot } from '../../protocol/validators/snapshot.ts';
import { termRewards, validatorCommission, voterReward } from '../../protocol/validators/term-rewards.ts';
import { type Verified, verifySolution } from '../../protocol/validators/verify-solution.ts';
import { edgeWord, proveVoter, voterLeaf, voterScope } from '../../protocol/validators/voter-tree.ts';
import { readSnapshot } from '../../relay/elections/read-snapshot.ts';
import { type Elected, elect } from '../../scripts/elect/elect.ts';
import {
  deployElections,
  type ElectionWorld,
  gasOf,
  populate,
  setRules,
  toEpochStart,
} from '../../scripts/local/election-world.ts';
import { localPrivateKey } from '../../scripts/local/keys.ts';
import { below, spoil } from '../support/spoiled-solutions.ts';

const TERM = 1;
const PLACES = 12;
const CTT = 10n ** 18n;
const RUNS = 24;
const FAULTS_EACH = 40;
const SUBMITTER = 0;
/** Elections of some size, with more voters than places now and then. */
const populations = fc.integer({ min: 4, max: 9 }).chain((candidates) =>
  fc.record({
    seats: fc.integer({ min: 3, max: 6 }),
    candidates: fc.array(
      fc.record({
        selfBond: fc.bigInt({ min: CTT, max: 3n * CTT }),
        commissionBps: fc.integer({ min: 0, max: 2_000 }),
        power: fc.bigInt({ min: 1n, max: 5_000n }),
      }),
      { minLength: candidates, maxLength: candidates },
    ),
    voters: fc.array(
      fc.record({
        stake: fc.oneof(fc.bigInt({ min: 1n, max: 20n }), fc.bigInt({ min: 1n, max: 10n ** 6n * CTT })),
        targets: fc
          .uniqueArray(fc.integer({ min: 1, max: candidates }), { minLength: 1, maxLength: candidates })
          .map((targets) => targets.sort((a, b) => a - b)),
      }),
      { minLength: 6, maxLength: PLACES + 6 },
    ),
  }),
);

/** The contracts must say of every solution what protocol/ says, of good ones and of bad ones. */
describe('elections: contracts and protocol/ side by side', function () {
  this.timeout(300_000);
  const seen = { submitted: 0, drafts: 0, refused: new Map<string, number>(), accepted: 0, evicted: 0, paid: 0 };

  for (const [run, population] of fc.sample(populations, RUNS).entries()) {
    it(`election ${run + 1}`, async () => {
      const world = await deployElections(await network.create(), PLACES);
      const rules = { seats: population.seats, minSelfBond: CTT, minPower: 1n };
      await setRules(world, rules);
      const accounts = await populate(world, population);
      await leaveSome(world, accounts.candidates);
      await toEpochStart(world, 4 * TERM - 1);
      const snapshot = await readSnapshot(world.publicClient as PublicClient, world.contracts.validators.address, TERM);
      expectVoters(snapshot, population.voters);
      if (population.voters.length > PLACES) seen.evicted++;
      await disturb(world, accounts);
      const again = await readSnapshot(world.publicClient as PublicClient, world.contracts.validators.address, TERM);
      // Whoever came since then has not been a candidate.
      expect(again).to.deep.equal(snapshot);

      const edgesPerPage = run % 2 === 0 ? 2_000 : 16;
      const elected = await runElect(world, edgesPerPage);
      if (elected.result === 'no solution') return;
      if (elected.result !== 'submitted') throw new Error(`not submitted: ${elected.result}`);
      const pages = pageSolution(elected.solution, edgesPerPage);
      if (pages.length > 1) seen.drafts++;
      else seen.submitted++;
      const verified = verifySolution(snapshot, elected.solution.winners, pages.map(encodeSolution), scopeOf(world));
      await expectSeated(world, verified);
      expect((await runElect(world, edgesPerPage)).result).to.equal('not better');
      await expectSameFaults(world, snapshot, encodeSolution(elected.solution), verified.outcome);
      await expectSameRewards(world, verified, elected, edgesPerPage);
    });
  }

  it('saw what it was made for', () => {
    for (const what of ['submitted', 'drafts', 'evicted'] as const) expect(seen[what], what).to.be.greaterThan(0);
    expect(seen.refused.size, [...seen.refused.keys()].join()).to.be.greaterThan(6);
    expect(seen.paid).to.be.greaterThan(0);
  });

  /** Some stand down or take a part of their bond before the freeze. */
  async function leaveSome({ contracts }: ElectionWorld, candidates: readonly Address[]): Promise<void> {
    for (const account of candidates) {
      const dice = below(8);
      if (dice === 0) await contracts.validators.write.standDown({ account });
      if (dice === 1) await contracts.validators.write.lowerSelfBond([CTT / 2n], { account });
    }
  }

  /** What anybody can do after the freeze changes nothing that is counted. */
  async function disturb(
    { contracts }: ElectionWorld,
    { candidates, voters }: { candidates: readonly Address[]; voters: readonly Address[] },
  ): Promise<void> {
    for (const account of candidates)
      if (below(3) === 0) await contracts.validators.write.setCommission([1], { account });
    for (const account of voters) {
      const dice = below(5);
      if (dice === 0) await contracts.validators.write.unbond([1n], { account });
      if (dice === 1) await contracts.validators.write.nominate([[1, 2]], { account });
      if (dice === 2) await contracts.validators.write.nominate([[]], { account });
    }
  }

  /** The list is the top by stake; of equal ones those who came first. */
  function expectVoters(snapshot: Snapshot, voters: readonly { stake: bigint; targets: readonly number[] }[]): void {
    const all = voters.map((voter, i) => ({ id: i + 1, ...voter }));
    const top = all.toSorted((a, b) => (a.stake > b.stake ? -1 : a.stake < b.stake ? 1 : a.id - b.id)).slice(0, PLACES);
    expect(snapshot.voters).to.deep.equal(top.sort((a, b) => a.id - b.id));
  }

  function runElect({ publicClient, contracts, connection }: ElectionWorld, edgesPerPage: number): Promise<Elected> {
    const account = privateKeyToAccount(localPrivateKey(SUBMITTER));
    const wallet = createWalletClient({ account, transport: custom(connection.provider) });
    const settings = { elections: contracts.elections.address, edgesPerPage, wallet, say: () => {} };
    return elect(publicClient as PublicClient, settings);
  }

  async function expectSeated({ contracts: { elections } }: ElectionWorld, verified: Verified): Promise<void> {
    const [score, root] = await elections.read.outcomeOf([TERM]);
    expect(score).to.deep.equal(verified.outcome);
    expect(root).to.equal(verified.voterRoot);
    const weights = await elections.read.weightsIn([TERM]);
    const seats = await elections.read.seatsIn([TERM]);
    expect(seats.map((seat, i) => ({ ...seat, weight: weights[i] }))).to.deep.equal(verified.seats);
  }

  async function expectSameFaults(
    world: ElectionWorld,
    snapshot: Snapshot,
    good: EncodedSolution,
    queued: Outcome,
  ): Promise<void> {
    for (let i = 0; i < FAULTS_EACH; i++) {
      const bad = spoil(good, snapshot);
      const wanted = await ours(snapshot, bad, world, queued);
      expect(await theirs(world, bad), JSON.stringify(bad)).to.equal(wanted);
      if (wanted === 'good') seen.accepted++;
      else seen.refused.set(wanted, (seen.refused.get(wanted) ?? 0) + 1);
    }
  }

  async function ours(
    snapshot: Snapshot,
    bad: EncodedSolution,
    world: ElectionWorld,
    queued: Outcome,
  ): Promise<string> {
    try {
      verifySolution(snapshot, bad.winners, [bad], scopeOf(world), queued);
      return 'good';
    } catch (error) {
      if (error instanceof ProtocolError) return error.code;
      throw error;
    }
  }

  async function theirs({ publicClient, contracts }: ElectionWorld, bad: EncodedSolution): Promise<string> {
    const { elections, validators } = contracts;
    // What the validators contract refuses comes through.
    const abi = [...elections.abi, ...validators.abi.filter(({ type }) => type === 'error')];
    const args = [TERM, bad.winners, bad.voters, bad.edges];
    try {
      await publicClient.simulateContract({ address: elections.address, abi, functionName: 'submit', args } as never);
      return 'good';
    } catch (error) {
      const reverted = error instanceof BaseError && error.walk((one) => one instanceof ContractFunctionRevertedError);
      if (!(reverted instanceof ContractFunctionRevertedError)) throw error;
      return reverted.data?.errorName ?? String(reverted.signature);
    }
  }

  /** Closes the term with some income and pays everybody. */
  async function expectSameRewards(
    world: ElectionWorld,
    { seats, voterRoot: root }: Verified,
    elected: Extract<Elected, { solution: unknown }>,
    edgesPerPage: number,
  ): Promise<void> {
    const { asset, elections } = world.contracts;
    const rewards = await deployRewards(world);
    await toEpochStart(world, 4 * TERM);
    await gasOf(world, rewards.write.closeTerm([0]));
    const court = world.admin;
    await gasOf(world, elections.write.appointCourt([court, true]));
    const slashed = new Set<number>();
    for (const { candidateId } of seats) {
      if (below(4) > 0) continue;
      slashed.add(candidateId);
      await gasOf(world, elections.write.slash([candidateId, 1n]));
    }
    const amount = BigInt(below(2 ** 31)) * BigInt(below(1_000));
    await gasOf(world, asset.write.drip([rewards.address, amount]));
    await toEpochStart(world, 4 * (TERM + 1));
    await gasOf(world, rewards.write.closeTerm([TERM]));
    const shared = termRewards(amount, seats, slashed);
    expect(await rewards.read.reserved()).to.equal(shared.owed);
    for (const [i, seat] of seats.entries()) {
      const reward = shared.rewards[i] as bigint;
      expect(await rewards.read.rewardOf([TERM, BigInt(i)])).to.equal(reward);
      const { result } = await rewards.simulate.claimCommission([TERM, BigInt(i)]);
      expect(result).to.equal(validatorCommission(reward, seat));
    }
    // The edges as an indexer finds them in events.
    const events = await world.publicClient.getContractEvents({
      address: elections.address,
      abi: elections.abi,
      eventName: 'PageVerified',
      fromBlock: 0n,
    });
    const pages = events.map(({ args }) => decodeSolution(args as EncodedSolution, args.stakes as bigint[]).voters);
    expect(pages.flat()).to.deep.equal(elected.solution.voters);
    expect(pages).to.have.length(pageSolution(elected.solution, edgesPerPage).length);
    const scope = voterScope({ ...scopeOf(world), term: TERM });
    expect(await elections.read.scopeOf([TERM])).to.equal(scope);
    const leaves = pages.map((page) => page.map((voter) => voterLeaf(scope, voter)));
    expect((await elections.read.outcomeOf([TERM]))[1]).to.equal(root);
    for (const [page, voters] of pages.entries()) {
      for (const [i, { id, edges }] of voters.entries()) {
        const args = [TERM, id, edges.map(edgeWord), proveVoter(leaves, page, i)] as const;
        const hash = await rewards.write.claim(args);
        const { logs } = await world.publicClient.waitForTransactionReceipt({ hash, pollingInterval: 10 });
        const [paid] = parseEventLogs({ abi: rewards.abi, eventName: 'RewardPaid', logs });
        expect(paid?.args.amount).to.equal(voterReward(edges, seats, shared.rewards));
        seen.paid++;
      }
    }
  }

  async function deployRewards({ connection, contracts, clock }: ElectionWorld) {
    const { access, asset, power, elections } = contracts;
    // A settlement contract that owes nothing: of it only the asset and the recipient are asked for.
    const others = [power.address, power.address, power.address] as const;
    const settlement = await connection.viem.deployContract('Settlement', [
      access.address,
      asset.address,
      ...others,
      clock.genesis,
      clock.epochLength,
    ]);
    return connection.viem.deployContract('ValidatorRewards', [settlement.address, elections.address]);
  }

  const scopeOf = ({ chainId, contracts }: ElectionWorld) => ({ chainId, elections: contracts.elections.address });
});
