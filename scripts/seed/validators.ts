import { type Address, encodeFunctionData, type PublicClient, parseUnits } from 'viem';
import { type ElectSettings, elect } from '../elect/elect.ts';
import { ACCOUNT_COUNT, accountIndex } from '../local/accounts.ts';
import { type Actor, type Commune, sent } from '../local/deploy-local.ts';
import { callTo, govern } from '../local/govern.ts';
import { candidacies, nominations, type SeedNomination } from './catalogue/nominations.ts';
import { type People, type Person, personOf } from './people.ts';
import type { World } from './world.ts';

const UNLIMITED = 2n ** 256n - 1n;
const ONE_POWER = 1_000_000n;
/** What the first validators begin with, decreasing from one to the next. */
const MOST_POWER = 60n;
const POWER_STEP = 4n;
/** What founders give to everybody, in whole CTT; jurors get their self-bond, too. */
const GIFT = 5_000;
const NOMINATORS_GIFT = 30_000;
const EDGES_PER_PAGE = 2_000;
/** Seats whose commissions are paid; the others wait for whoever sends the claim. */
const PAID_COMMISSIONS = 4;

/** What people do about validators in an epoch: they stand, nominate, elect, and share what a term has brought. */
export async function liveAsValidators(world: World, epoch: number): Promise<void> {
  const { commune, people } = world;
  if (epoch === 0) await trustJurors(world);
  if (epoch === 1) await giveTokens(world);
  if (epoch === 1) for (const juror of people.jurors) await stand(world, juror, juror.selfBond, juror.commissionBps);
  for (const { candidate, selfBond, commissionBps } of candidacies[epoch] ?? []) {
    await stand(world, personOf(people.experiencers, candidate), selfBond, commissionBps);
  }
  for (const nomination of nominations[epoch] ?? []) await nominate(world, nomination);
  if (epoch % 4 === 3) await holdElection(commune);
  if (epoch > 0 && epoch % 4 === 0) await shareTerm(commune, epoch / 4 - 1);
}

/** Nobody has measured anything yet: the timelock gives the first validators the power that others earn. */
async function trustJurors({ commune, people }: World): Promise<void> {
  const { power, timelock } = commune.contracts;
  const appoint = (appointed: boolean) => callTo(power, 'appointMinter', [timelock.address, appointed]);
  const grants = people.jurors.map(({ id }, i) => {
    return callTo(power, 'mint', [id, (MOST_POWER - POWER_STEP * BigInt(i)) * ONE_POWER]);
  });
  await govern(commune, 'trust first validators', [appoint(true), ...grants, appoint(false)]);
}

async function giveTokens({ commune, people }: World): Promise<void> {
  const { token } = commune.contracts;
  const { account } = commune.actor(accountIndex.founders);
  const visitor = commune.actor(ACCOUNT_COUNT - 1).account.address;
  const gifts: [to: Address, amount: number][] = [
    [visitor, GIFT],
    ...people.jurors.map(({ address, selfBond }): [Address, number] => [address, GIFT + selfBond]),
    ...[...people.experiencers, ...people.producers].map(({ address }): [Address, number] => [address, 2 * GIFT]),
    ...nominatorsOf(people).map(({ address }): [Address, number] => [address, NOMINATORS_GIFT]),
  ];
  for (const [to, amount] of gifts)
    await sent(commune, 'give CTT', token.write.transfer([to, ctt(amount)], { account }));
}

function nominatorsOf({ experts, recommenders, consumers }: People): Person[] {
  return [...experts, ...recommenders, ...consumers];
}

async function stand(
  { commune, candidates }: World,
  { actor, index }: Person,
  selfBond: number,
  commissionBps: number,
): Promise<void> {
  await letBond(commune, actor);
  const { account } = actor;
  const { validators } = commune.contracts;
  await sent(commune, 'stand', validators.write.stand([ctt(selfBond), commissionBps], { account }));
  candidates.set(index, candidates.size + 1);
}

async function nominate(world: World, { voter, bond, names }: SeedNomination): Promise<void> {
  const { commune, people, candidates } = world;
  const { validators } = commune.contracts;
  const everybody: readonly Person[] = [...nominatorsOf(people), ...people.experiencers];
  const { actor } = personOf(everybody, voter);
  const running: readonly Person[] = [...people.jurors, ...people.experiencers];
  const ids = names.map((key) => candidates.get(personOf(running, key).index) ?? 0);
  const { abi } = validators;
  const calls = [encodeFunctionData({ abi, functionName: 'nominate', args: [ids.toSorted((a, b) => a - b)] })];
  if (bond > 0) {
    await letBond(commune, actor);
    calls.unshift(encodeFunctionData({ abi, functionName: 'bond', args: [ctt(bond)] }));
  }
  await sent(commune, 'nominate', validators.write.multicall([calls], { account: actor.account }));
}

async function letBond(commune: Commune, { account }: Actor): Promise<void> {
  const { token, validators } = commune.contracts;
  if ((await token.read.allowance([account.address, validators.address])) > UNLIMITED / 2n) return;
  await sent(commune, 'approve CTT', token.write.approve([validators.address, UNLIMITED], { account }));
}

async function holdElection(commune: Commune): Promise<void> {
  const { result } = await elect(commune.publicClient as PublicClient, {
    elections: commune.contracts.elections.address,
    edgesPerPage: EDGES_PER_PAGE,
    // A wallet of Hardhat names its chain; this asks for one that does not.
    wallet: commune.actor(accountIndex.keeper) as unknown as NonNullable<ElectSettings['wallet']>,
    say: () => {},
  });
  if (result !== 'submitted') throw new Error(`the election of the seed ended: ${result}`);
}

async function shareTerm(commune: Commune, term: number): Promise<void> {
  const { elections, rewards } = commune.contracts;
  const { account } = commune.actor(accountIndex.keeper);
  await sent(commune, 'close term', rewards.write.closeTerm([term], { account }));
  const seats = (await elections.read.seatsIn([term])).slice(0, PAID_COMMISSIONS);
  for (const index of seats.keys()) {
    await sent(commune, 'claim commission', rewards.write.claimCommission([term, BigInt(index)], { account }));
  }
}

function ctt(amount: number): bigint {
  return parseUnits(String(amount), 18);
}
