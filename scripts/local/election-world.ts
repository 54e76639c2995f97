import type { network } from 'hardhat';
import {
  type Address,
  encodeFunctionData,
  getAddress,
  type Hex,
  keccak256,
  numberToHex,
  parseEther,
  zeroHash,
} from 'viem';
import type { EpochClock } from '../../protocol/clock/epoch-clock.ts';
import { epochStart } from '../../protocol/clock/epoch-start.ts';
import type { ElectionRules } from '../../protocol/validators/snapshot.ts';

const EPOCH_LENGTH = 7 * 24 * 3600;
const ONE_POWER = 1_000_000n;
const COINS = parseEther('1000');
const FOUNDERS_SHARE = parseEther('100000000');

type Connection = Awaited<ReturnType<typeof network.create>>;

export type ElectionWorld = Awaited<ReturnType<typeof deployElections>>;

/** Candidates and voters to come. */
export interface Population {
  candidates: readonly { selfBond: bigint; commissionBps: number; power: bigint }[];
  /** epochs in which candidates earned their power, one after the other; 1 by default */
  history?: number;
  /** targets are candidate ids, 1 … */
  voters: readonly { stake: bigint; targets: readonly number[] }[];
}

/**
 * Deploys what elections need on a local chain that starts in epoch 0: bonds, elections and rewards, with the deployer as
 * administrator, treasury and minter.
 *
 * @param maxVoters places in the voter list
 */
export async function deployElections(connection: Connection, maxVoters = 1_024) {
  const { viem, networkHelpers } = connection;
  const publicClient = await viem.getPublicClient();
  const [deployer] = await viem.getWalletClients();
  if (deployer === undefined) throw new RangeError('the local chain has no accounts');
  const clock: EpochClock = { genesis: Number((await publicClient.getBlock()).timestamp), epochLength: EPOCH_LENGTH };
  const times = [clock.genesis, clock.epochLength] as const;
  const admin = deployer.account.address;
  const access = await viem.deployContract('AccessManager', [admin]);
  const asset = await viem.deployContract('FaucetToken');
  const token = await viem.deployContract('CommuneToken', [
    access.address,
    admin,
    [{ wallet: admin, amount: FOUNDERS_SHARE }],
  ]);
  const power = await viem.deployContract('ExperiencePower', [access.address, ...times]);
  const validators = await viem.deployContract('Validators', [
    access.address,
    token.address,
    power.address,
    ...times,
    BigInt(maxVoters),
  ]);
  const elections = await viem.deployContract('Elections', [access.address, validators.address, ...times]);
  await validators.write.appointElections([elections.address]);
  await power.write.appointMinter([admin, true]);
  return {
    connection,
    publicClient,
    networkHelpers,
    clock,
    admin,
    chainId: await publicClient.getChainId(),
    contracts: { access, asset, token, power, validators, elections },
  };
}

/** An account of the local chain that has coins and needs no key. */
export async function newAccount({ networkHelpers }: ElectionWorld, name: string, index: number): Promise<Address> {
  const account = getAddress(
    keccak256(numberToHex(index, { size: 32 }))
      .slice(0, 42)
      .replace(/^0x../, nameByte(name)),
  );
  await networkHelpers.impersonateAccount(account);
  await networkHelpers.setBalance(account, COINS);
  return account;
}

function nameByte(name: string): string {
  return numberToHex(name.charCodeAt(0), { size: 1 });
}

/** Waits for a transaction and gives its gas. */
export async function gasOf({ publicClient }: ElectionWorld, transaction: Promise<Hex>): Promise<bigint> {
  const hash = await transaction;
  const { status, gasUsed } = await publicClient.waitForTransactionReceipt({ hash, pollingInterval: 10 });
  if (status !== 'success') throw new Error(`transaction ${hash} reverted`);
  return gasUsed;
}

/** Another set of rules, in force from the next freeze on. */
export async function setRules(world: ElectionWorld, rules: ElectionRules): Promise<void> {
  await gasOf(world, world.contracts.validators.write.setRules([rules]));
}

/** Registers, funds and bonds everybody. Takes as many epochs as power has history, and must end before the freeze. */
export async function populate(world: ElectionWorld, { candidates, voters, history = 1 }: Population) {
  return {
    candidates: await addCandidates(world, candidates, history),
    voters: await addVoters(world, voters),
  };
}

/** @param history epochs in which power is earned, as much in each */
export async function addCandidates(
  world: ElectionWorld,
  candidates: Population['candidates'],
  history: number,
): Promise<Address[]> {
  const accounts: Address[] = [];
  for (const [i] of candidates.entries()) accounts.push(await addExperiencer(world, i));
  for (let times = 0; times < history; times++) {
    for (const [i, { power }] of candidates.entries()) await earn(world, accounts[i] as Address, power);
    // Power counts from the next epoch on.
    await toEpochStart(world, (await world.contracts.validators.read.currentEpoch()) + 1);
  }
  for (const [i, { selfBond, commissionBps }] of candidates.entries()) {
    const account = accounts[i] as Address;
    await fund(world, account, selfBond);
    await gasOf(world, world.contracts.validators.write.stand([selfBond, commissionBps], { account }));
  }
  return accounts;
}

export async function addVoters(world: ElectionWorld, voters: Population['voters']): Promise<Address[]> {
  const accounts: Address[] = [];
  for (const [i, voter] of voters.entries()) {
    const account = await newAccount(world, 'voter', i);
    accounts.push(account);
    await addVoter(world, account, voter);
  }
  return accounts;
}

async function addExperiencer(world: ElectionWorld, index: number): Promise<Address> {
  const account = await newAccount(world, 'candidate', index);
  await gasOf(world, world.contracts.power.write.register([zeroHash], { account }));
  return account;
}

async function earn(world: ElectionWorld, account: Address, amount: bigint): Promise<void> {
  const { power } = world.contracts;
  const experiencerId = await power.read.idOf([account]);
  await gasOf(world, power.write.mint([experiencerId, amount * ONE_POWER]));
}

/** Bonds and nominates in one transaction. */
export async function addVoter(
  world: ElectionWorld,
  account: Address,
  { stake, targets }: Population['voters'][number],
): Promise<bigint> {
  const { validators } = world.contracts;
  await fund(world, account, stake);
  const { abi } = validators;
  const calls = [
    encodeFunctionData({ abi, functionName: 'bond', args: [stake] }),
    encodeFunctionData({ abi, functionName: 'nominate', args: [targets] }),
  ];
  return gasOf(world, validators.write.multicall([calls], { account }));
}

/** Gives CTT and lets it be bonded. */
export async function fund(world: ElectionWorld, account: Address, amount: bigint): Promise<void> {
  const { token, validators } = world.contracts;
  await gasOf(world, token.write.transfer([account, amount]));
  await gasOf(world, token.write.approve([validators.address, amount], { account }));
}

export async function toEpochStart({ networkHelpers, clock }: ElectionWorld, epoch: number): Promise<void> {
  await networkHelpers.time.increaseTo(epochStart(clock, epoch));
}
