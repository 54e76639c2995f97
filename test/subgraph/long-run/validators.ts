import { encodeFunctionData, type PublicClient, parseUnits } from 'viem';
import { encodeSolution } from '../../../protocol/validators/encode-solution.ts';
import { pageSolution } from '../../../protocol/validators/page-solution.ts';
import type { ElectionSolution } from '../../../protocol/validators/solution.ts';
import { edgeWord, proveVoter, voterLeaf, voterScope } from '../../../protocol/validators/voter-tree.ts';
import { type ElectSettings, elect } from '../../../scripts/elect/elect.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { currentEpoch } from '../../../scripts/local/time.ts';
import type { World } from '../../../scripts/seed/world.ts';
import { type Crowd, keeper, type Tester } from './crowd.ts';

const UNLIMITED = 2n ** 256n - 1n;
const TERM_EPOCHS = 4;
const EDGES_PER_PAGE = 12;
const MOST_NOMINATIONS = 16;
/** What one of the crowd has, and what he moves at a time; whole CTT. */
const [GIFT, MOST_MOVED] = [100_000, 3_000];
const SELF_BOND = ctt(5_000);
const CLAIMS = 6;
const RICH = 12;

function ctt(amount: number): bigint {
  return parseUnits(String(amount), 18);
}

/** Gives the crowd CTT, which it lets the validators' contract pull. */
export async function giveTokens({ commune, testers }: Crowd): Promise<void> {
  const { token, validators } = commune.contracts;
  const { account } = commune.actor(accountIndex.founders);
  for (const { actor } of testers) {
    const args = [actor.account.address, ctt(GIFT)] as const;
    await sent(commune, 'give CTT', token.write.transfer(args, { account }));
    const approval = [validators.address, UNLIMITED] as const;
    await sent(commune, 'approve CTT', token.write.approve(approval, { account: actor.account }));
  }
}

/** What people do in an epoch about validators: they stand, change their minds, nominate, elect, and share what a term brought. */
export async function liveAsValidators(crowd: Crowd, world: World, epoch: number): Promise<void> {
  const random = crowd.random.fork(`validators ${epoch}`);
  // Who registers later has no CTT.
  const rich = crowd.testers.slice(0, RICH);
  for (const tester of random.shuffle(rich).slice(0, 4)) await vote(crowd, tester, epoch);
  await fetchStakes(crowd, rich, epoch);
  for (const tester of random.shuffle(rich).slice(0, 3)) await run(crowd, tester, epoch);
  await changeCandidacies(crowd, world, epoch);
  if (epoch % TERM_EPOCHS === TERM_EPOCHS - 1) await holdElection(crowd);
  if (epoch % TERM_EPOCHS === 0) await shareTerm(crowd, epoch / TERM_EPOCHS - 1);
}

/** Bonds or takes back, and names others. */
async function vote({ commune, random: all }: Crowd, { id, actor }: Tester, epoch: number): Promise<void> {
  const { validators } = commune.contracts;
  const { account } = actor;
  const random = all.fork(`voter ${id}/${epoch}`);
  const own = await validators.read.voterIdOf([account.address]);
  const { stake } = await validators.read.voterOf([own]);
  const takesBack = stake > 0n && random.chance(4_000);
  // Some leave altogether, and with them their place in the list.
  const amount = takesBack && random.chance(3_000) ? stake : ctt(random.integer(1, MOST_MOVED));
  if (takesBack) {
    const less = amount < stake ? amount : stake;
    await sent(commune, 'unbond', validators.write.unbond([less], { account }));
  } else await sent(commune, 'bond', validators.write.bond([amount], { account }));
  if (own === 0 || random.chance(5_000)) {
    const known = Array.from({ length: await validators.read.candidateCount() }, (_, i) => i + 1);
    const named = random.shuffle(known).slice(0, random.integer(own === 0 ? 1 : 0, MOST_NOMINATIONS));
    const ids = named.toSorted((a, b) => a - b);
    await sent(commune, 'nominate', validators.write.nominate([ids], { account }));
  }
}

/** Whose stake has left fetches it. */
async function fetchStakes({ commune }: Crowd, testers: readonly Tester[], epoch: number): Promise<void> {
  const { validators } = commune.contracts;
  for (const { actor } of testers) {
    const { account } = actor;
    const own = await validators.read.voterIdOf([account.address]);
    const { leaving, releaseEpoch } = await validators.read.voterOf([own]);
    if (leaving === 0n || epoch < releaseEpoch) continue;
    await sent(commune, 'withdraw', validators.write.withdrawStake({ account }));
  }
}

/** Stands who has earned enough power; changes commission and self-bond; runs no more, and again. */
async function run({ commune, random: all }: Crowd, { id, actor }: Tester, epoch: number): Promise<void> {
  const { validators, power } = commune.contracts;
  const { account } = actor;
  const random = all.fork(`candidate ${id}/${epoch}`);
  const own = await validators.read.candidateIdOf([account.address]);
  const { running, bond } = await validators.read.candidateOf([own]);
  const { minPower, minSelfBond } = await validators.read.rulesAt([Math.floor((epoch + 1) / TERM_EPOCHS) + 1]);
  if (!running) {
    const time = Number((await commune.publicClient.getBlock()).timestamp);
    if ((await power.read.powerAt([id, time])) < minPower) return;
    const amount = SELF_BOND > minSelfBond ? SELF_BOND : minSelfBond;
    const args = [amount, random.integer(0, 2_000)] as const;
    await sent(commune, 'stand', validators.write.stand(args, { account }));
    return;
  }
  const moved = ctt(random.integer(1, MOST_MOVED));
  const change = random.integer(0, 3);
  if (change === 0)
    await sent(commune, 'commission', validators.write.setCommission([random.integer(0, 2_000)], { account }));
  else if (change === 1) await sent(commune, 'raise', validators.write.raiseSelfBond([moved], { account }));
  else if (change === 2) {
    const less = moved < bond ? moved : bond;
    if (less > 0n) await sent(commune, 'lower', validators.write.lowerSelfBond([less], { account }));
  } else await sent(commune, 'stand down', validators.write.standDown({ account }));
}

/** A validator of the seed lowers his bond, later withdraws, and runs no more; so nothing of this depends on chance. */
async function changeCandidacies({ commune }: Crowd, { people }: World, epoch: number): Promise<void> {
  const { validators } = commune.contracts;
  const [one] = people.jurors;
  if (one === undefined) throw new Error('nobody sits');
  const { account } = one.actor;
  const { releaseEpoch, leaving, running } = await validators.read.candidateOf([
    await validators.read.candidateIdOf([account.address]),
  ]);
  if (leaving === 0n && running) {
    await sent(commune, 'lower', validators.write.lowerSelfBond([ctt(10)], { account }));
    await sent(commune, 'commission', validators.write.setCommission([123], { account }));
    await sent(commune, 'stand down', validators.write.standDown({ account }));
  } else if (leaving > 0n && epoch >= releaseEpoch && !(await satLately(commune, account.address))) {
    await sent(commune, 'withdraw', validators.write.withdrawSelfBond({ account }));
  }
}

/** Nobody withdraws in a term in which he sits or in the one after it. */
async function satLately({ contracts }: Crowd['commune'], address: `0x${string}`): Promise<boolean> {
  const { elections, validators } = contracts;
  const own = await validators.read.candidateIdOf([address]);
  const term = await elections.read.currentTerm();
  return (await elections.read.sits([term, own])) || (await elections.read.sits([term - 1, own]));
}

/** Somebody submits a solution that leaves a voter out; then the best one comes in pages. */
async function holdElection(crowd: Crowd): Promise<void> {
  const { commune } = crowd;
  const settings = {
    elections: commune.contracts.elections.address,
    edgesPerPage: EDGES_PER_PAGE,
    say: () => {},
  };
  const client = commune.publicClient as PublicClient;
  const solved = await elect(client, settings);
  if (!('solution' in solved)) throw new Error(`the election ended: ${solved.result}`);
  const { solution } = solved;
  const term = Math.floor((await currentEpoch(commune)) / TERM_EPOCHS) + 1;
  const worse = withoutOne(solution);
  if (worse !== undefined) {
    const { winners, voters, edges } = encodeSolution(worse);
    const { elections } = commune.contracts;
    await sent(commune, 'submit', elections.write.submit([term, winners, voters, edges], keeper(commune)));
  }
  // A wallet of Hardhat names its chain; this asks for one that does not.
  const wallet = commune.actor(accountIndex.keeper) as unknown as NonNullable<ElectSettings['wallet']>;
  const { result } = await elect(client, { ...settings, wallet });
  if (result !== 'submitted') throw new Error(`the best solution was ${result}`);
  crowd.elected.set(term, pageSolution(solution, EDGES_PER_PAGE));
}

/** A solution without its last voter whom every winner can do without. */
function withoutOne({ winners, voters }: ElectionSolution): ElectionSolution | undefined {
  const left = voters.findLast(({ id }) => {
    const others = voters.filter((voter) => voter.id !== id).flatMap(({ edges }) => edges);
    return winners.every((_, i) => others.some(({ winner }) => winner === i));
  });
  return left && { winners, voters: voters.filter(({ id }) => id !== left.id) };
}

/** Closes a term, and pays some of those who earned in it. */
async function shareTerm(crowd: Crowd, term: number): Promise<void> {
  const { commune, elected } = crowd;
  const { rewards, elections } = commune.contracts;
  await sent(commune, 'close term', rewards.write.closeTerm([term], keeper(commune)));
  const seats = await elections.read.seatsIn([term]);
  for (const index of seats.keys()) {
    if (index % 3 === 0) continue;
    await sent(commune, 'commission', rewards.write.claimCommission([term, BigInt(index)], keeper(commune)));
  }
  const pages = elected.get(await elections.read.electionOf([term]));
  if (pages !== undefined) await claimAsVoters(crowd, term, pages);
}

async function claimAsVoters({ commune }: Crowd, term: number, pages: readonly ElectionSolution[]): Promise<void> {
  const { rewards, elections } = commune.contracts;
  const own = { chainId: commune.chainId, elections: elections.address, term: await elections.read.electionOf([term]) };
  const leaves = pages.map(({ voters }) => voters.map((voter) => voterLeaf(voterScope(own), voter)));
  const claims = pages.flatMap(({ voters }, page) => voters.map((voter, i) => ({ voter, page, i })));
  for (const { voter, page, i } of claims.slice(0, CLAIMS)) {
    const args = [term, voter.id, voter.edges.map(edgeWord), proveVoter(leaves, page, i)] as const;
    await sent(commune, 'claim', rewards.write.claim(args, keeper(commune)));
  }
}

/** Terms of a long time without elections are closed one after the other: the last validators earn what is left. */
export async function closeForgotten({ commune }: Crowd, terms: number): Promise<void> {
  const { rewards } = commune.contracts;
  const { abi } = rewards;
  const next = await rewards.read.nextTerm();
  const calls = Array.from({ length: terms }, (_, i) =>
    encodeFunctionData({ abi, functionName: 'closeTerm', args: [next + i] }),
  );
  await sent(commune, 'close terms', rewards.write.multicall([calls], keeper(commune)));
}
