import type { network } from 'hardhat';
import {
  type Account,
  type Address,
  getContract,
  type Hex,
  keccak256,
  parseAbi,
  parseEventLogs,
  stringToHex,
  type WalletClient,
} from 'viem';
import type { CourtParameters } from '../../protocol/court/court-parameters.ts';
import { encodeHeader, type RpcHeader } from '../../protocol/court/encode-header.ts';
import { voteCommitment } from '../../protocol/court/vote-commitment.ts';

type Connection = Awaited<ReturnType<typeof network.create>>;
export type CourtWorld = Awaited<ReturnType<typeof openCourt>>;
type Actor = WalletClient & { account: Account };

const DAY = 86_400;
export const WINDOWS = { evidence: 2 * DAY, commit: 3 * DAY, reveal: 2 * DAY, appeal: 3 * DAY, seedDelay: 4 };
export const PARAMETERS: CourtParameters = {
  feePerJuror: 10n ** 15n,
  lockPerSeat: 1_000n * 10n ** 18n,
  incoherentBps: 1_000,
  silentBps: 2_500,
  appealBondBps: 10_000,
};
export const TERM = 1;
/** Doubles are no contracts of the project: nobody generates their types. */
const SEATS_ABI = parseAbi([
  'function ctt() view returns (address)',
  'function bondOf(uint16 candidateId) view returns (uint256)',
  'function add(address account, uint256 bond) returns (uint16)',
  'function elect(uint32 term, uint16[] candidateIds)',
  'function setTerm(uint32 term)',
  'function appointCourt(address court)',
]);
const ARBITRABLE_ABI = parseAbi([
  'function open(address court, uint256 choices) payable returns (uint256)',
  'function setParty(address account, bool isOne)',
  'function isParty(address account) view returns (bool)',
  'function rulingOf(uint256 disputeId) view returns (uint256)',
]);
const BOND = 100_000n * 10n ** 18n;
const FIRST_JUROR = 20;

/** A court on a chain of its own, whose validators and arbitrable are the doubles of test/support. */
export async function openCourt(connection: Connection, seatCount: number) {
  const { viem } = connection;
  const publicClient = await viem.getPublicClient();
  const clients = await viem.getWalletClients();
  const wallets = clients as Actor[];
  const [deployer] = clients;
  if (deployer === undefined) throw new Error('the chain has no accounts');
  const authority = await viem.deployContract('AccessManager', [deployer.account.address]);
  const { address: seatsAt } = await viem.deployContract('SeatsDouble');
  const client = { public: publicClient, wallet: deployer };
  const seats = getContract({ abi: SEATS_ABI, address: seatsAt, client });
  const court = await viem.deployContract('Court', [
    authority.address,
    seats.address,
    await seats.read.ctt(),
    WINDOWS,
    PARAMETERS,
  ]);
  const { address: arbitrableAt } = await viem.deployContract('PartisanArbitrable');
  const arbitrable = getContract({ abi: ARBITRABLE_ABI, address: arbitrableAt, client });
  await court.write.trustArbitrable([arbitrableAt, true]);
  const jurors = wallets.slice(FIRST_JUROR, FIRST_JUROR + seatCount);
  for (const juror of jurors) await seats.write.add([juror.account.address, BOND]);
  await seats.write.elect([TERM, jurors.map((_, i) => i + 1)]);
  await seats.write.setTerm([TERM]);
  await seats.write.appointCourt([court.address]);
  const chainId = await publicClient.getChainId();
  return { connection, publicClient, authority, seats, court, arbitrable, jurors, wallets, chainId };
}

export async function gasOf({ publicClient }: CourtWorld, transaction: Promise<Hex>): Promise<bigint> {
  const receipt = await publicClient.waitForTransactionReceipt({ hash: await transaction, pollingInterval: 5 });
  if (receipt.status !== 'success') throw new Error(`transaction ${receipt.transactionHash} reverted`);
  return receipt.gasUsed;
}

/** RLP of a block's header, as a keeper gets it. */
export async function headerOf({ publicClient }: CourtWorld, blockNumber: bigint): Promise<Hex> {
  return encodeHeader(await rpcBlock(publicClient, blockNumber));
}

export async function rpcBlock(publicClient: CourtWorld['publicClient'], blockNumber: bigint): Promise<RpcHeader> {
  const block = await publicClient.request({
    method: 'eth_getBlockByNumber',
    params: [`0x${blockNumber.toString(16)}`, false],
  });
  if (block === null) throw new Error(`the chain has no block ${blockNumber}`);
  return block as unknown as RpcHeader;
}

/** Mines until the armed block of a round has been, and gives its number and header. */
export async function seedHeader(world: CourtWorld, disputeId: bigint, round: number) {
  const { seedBlock } = await world.court.read.roundOf([disputeId, BigInt(round)]);
  const height = await world.publicClient.getBlockNumber({ cacheTime: 0 });
  if (height < seedBlock) await world.connection.networkHelpers.mine(BigInt(seedBlock) - height);
  return { seedBlock: BigInt(seedBlock), header: await headerOf(world, BigInt(seedBlock)) };
}

/** What a juror sends: the commitment of a choice, and later the choice with this salt. */
export function ballotOf(
  world: CourtWorld,
  disputeId: bigint,
  round: number,
  seat: number,
  juror: number,
  choice: number,
) {
  const salt = keccak256(stringToHex(`${disputeId}/${round}/${seat}`));
  const key = { chainId: world.chainId, court: world.court.address as Address, disputeId, round };
  return { salt, commitment: voteCommitment({ ...key, seat, candidateId: juror, choice, salt }) };
}

export async function newDispute(world: CourtWorld, choices: bigint, value: bigint) {
  const { arbitrable, court, publicClient } = world;
  const hash = await arbitrable.write.open([court.address, choices], { value });
  const receipt = await publicClient.waitForTransactionReceipt({ hash, pollingInterval: 5 });
  const [log] = parseEventLogs({ abi: court.abi, logs: receipt.logs, eventName: 'DisputeOpened' });
  if (log === undefined) throw new Error('no dispute was opened');
  return { disputeId: log.args.disputeId, gas: receipt.gasUsed };
}
