import { type Hex, keccak256, stringToHex } from 'viem';
import { purchaseProofArgument, referralProofArgument } from '../../../protocol/settlement/contract-arguments.ts';
import { type Receipt, receiptDomain, receiptTypes } from '../../../protocol/settlement/receipt.ts';
import { accountIndex } from '../../../scripts/local/accounts.ts';
import { sent } from '../../../scripts/local/deploy-local.ts';
import { localKey } from '../../../scripts/local/keys.ts';
import type { World } from '../../../scripts/seed/world.ts';
import { AUDITOR, CHALLENGER, type Crowd, keeper, type RunStatement, SIGNERS } from './crowd.ts';
import { NOBODYS_NUMBER } from './trade.ts';

const KEYS = [accountIndex.platformSigner, accountIndex.cornerMarketSigner, ...SIGNERS];
const FORGOTTEN = Number.POSITIVE_INFINITY;
/** After so many epochs scoring of a lot is over, when it was sold in one. */
const LATE = 6;

/** Challenges of every kind, as far as there are statements for them. */
export async function challengeReceipts(crowd: Crowd, epoch: number): Promise<void> {
  for (const statement of statementsOf(crowd, epoch - 1)) {
    if (crowd.random.chance(5_000)) await challengeAndAnswer(crowd, statement);
    if (crowd.random.chance(4_000)) await challengeLeftOut(crowd, statement, {}, epoch);
  }
  const [old] = statementsOf(crowd, epoch - LATE + 2);
  if (old !== undefined && crowd.random.chance(4_000)) await challengeLeftOut(crowd, old, {}, epoch + 2);
}

/** Whatever the random numbers are, this happens, too: nobody's lot and recommender, and contradictions. */
export async function challengeStrangely(crowd: Crowd, epoch: number): Promise<void> {
  const [first, second] = statementsOf(crowd, epoch - 1);
  if (first === undefined || second === undefined) throw new Error(`epoch ${epoch - 1} is not settled`);
  const nobodys = { lotId: NOBODYS_NUMBER, recommenderId: NOBODYS_NUMBER, commission: 1_000n };
  await challengeLeftOut(crowd, first, nobodys, epoch);
  const [receipt] = second.settled.receipts;
  if (receipt === undefined) throw new Error('an empty statement');
  await contradict(crowd, receipt, { ...receipt, quantity: 2 });
}

/** A receipt of an epoch whose statement never came. */
export async function challengeWithoutStatement(crowd: Crowd, epoch: number): Promise<void> {
  const [any] = crowd.statements;
  if (any === undefined) throw new Error('nothing was settled');
  await challengeLeftOut(crowd, any, { epoch: epoch - 2 }, epoch);
}

/** The receipts of the seeded history's platform that cheats: one case is slashed, one is forgotten. */
export async function catchCornerMarket(crowd: Crowd, { cheatedReceipts }: World, epoch: number): Promise<void> {
  if (cheatedReceipts === null) throw new Error('nobody cheated');
  const [leftOut, ...twice] = [cheatedReceipts.leftOut, ...cheatedReceipts.twice].map(({ receipt }) => ({
    ...receipt,
    orderId: receipt.orderId as Hex,
    buyerCommitment: receipt.buyerCommitment as Hex,
    sales: BigInt(receipt.sales),
    fee: BigInt(receipt.fee),
    commission: BigInt(receipt.commission),
  })) as [Receipt, Receipt, Receipt];
  await challenge(crowd, leftOut, epoch);
  await challenge(crowd, { ...leftOut, orderId: keccak256(stringToHex('forgotten')) }, FORGOTTEN);
  await contradict(crowd, twice[0] as Receipt, twice[1] as Receipt);
}

/** End of an epoch: slashes what was not answered. What exceeds an epoch's limit waits for the next one. */
export async function slashReceipts({ commune, challenges }: Crowd, epoch: number): Promise<void> {
  const { platforms } = commune.contracts;
  const account = keeper(commune).account.address;
  for (const one of [...challenges].filter(({ slashFrom }) => slashFrom <= epoch)) {
    if (await isCapped(platforms.simulate.slashReceipt([one.receipt], { account }))) continue;
    await sent(commune, 'slash', platforms.write.slashReceipt([one.receipt], keeper(commune)));
    challenges.splice(challenges.indexOf(one), 1);
  }
}

/** Whether a slash has to wait for the next epoch. */
export async function isCapped(simulation: Promise<unknown>): Promise<boolean> {
  try {
    await simulation;
    return false;
  } catch (error) {
    if (`${error}`.includes('SlashingCapReached')) return true;
    throw error;
  }
}

async function challengeAndAnswer(crowd: Crowd, { settled }: RunStatement): Promise<void> {
  const { commune, random } = crowd;
  const { platforms } = commune.contracts;
  const receipt = random.pick(settled.receipts);
  await challenge(crowd, receipt, FORGOTTEN);
  const proofs = [
    purchaseProofArgument(settled.trees, receipt.orderId),
    referralProofArgument(settled.trees, receipt.orderId),
  ] as const;
  await sent(commune, 'answer', platforms.write.answerReceipt([receipt, ...proofs], keeper(commune)));
  crowd.challenges.pop();
}

async function challengeLeftOut(
  crowd: Crowd,
  { settled }: RunStatement,
  changes: Partial<Receipt>,
  slashFrom: number,
): Promise<void> {
  const orderId = keccak256(stringToHex(`left out ${crowd.challenges.length}/${slashFrom}/${settled.trees.lotRoot}`));
  await challenge(crowd, { ...crowd.random.pick(settled.receipts), orderId, ...changes }, slashFrom);
}

async function challenge(crowd: Crowd, receipt: Receipt, slashFrom: number): Promise<void> {
  const { commune } = crowd;
  const { platforms } = commune.contracts;
  const { account } = commune.actor(CHALLENGER);
  const args = [receipt, await sign(crowd, receipt)] as const;
  const value = await pledgeNow(crowd);
  await sent(commune, 'challenge', platforms.write.challengeReceipt(args, { account, value }));
  crowd.challenges.push({ receipt, slashFrom });
}

async function contradict(crowd: Crowd, receipt: Receipt, other: Receipt): Promise<void> {
  const { commune } = crowd;
  const { platforms } = commune.contracts;
  const { account } = commune.actor(AUDITOR);
  const args = [receipt, await sign(crowd, receipt), other, await sign(crowd, other)] as const;
  await sent(commune, 'equivocation', platforms.write.slashEquivocation(args, { account }));
  crowd.contradictions.push(receipt);
}

/** Twice the pledge of this block: the next one's base fee may be higher. */
export async function pledgeNow({ commune }: Crowd): Promise<bigint> {
  return 2n * (await commune.contracts.platforms.read.casePledge());
}

/** Signs with the platform's key of the receipt's epoch. */
async function sign({ commune }: Crowd, message: Receipt): Promise<Hex> {
  const { platforms, settlement } = commune.contracts;
  const signer = await platforms.read.signerOf([message.platformId, message.epoch]);
  const key = KEYS.map(localKey).find(({ address }) => address.toLowerCase() === signer.toLowerCase());
  if (key === undefined) throw new Error(`nobody here has the key of ${signer}`);
  const domain = receiptDomain(commune.chainId, settlement.address);
  return key.signTypedData({ domain, types: receiptTypes, primaryType: 'Receipt', message });
}

function statementsOf({ statements }: Crowd, epoch: number): RunStatement[] {
  return statements.filter(({ settled }) => settled.epoch === epoch);
}
