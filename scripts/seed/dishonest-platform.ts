import { type Address, type Hex, keccak256, stringToHex } from 'viem';
import { buildStatementTrees } from '../../protocol/settlement/build-statement-trees.ts';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import { statementArgument } from '../../protocol/settlement/contract-arguments.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import { type Receipt, receiptDomain, receiptTypes } from '../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import type { SignedReceipt } from '../../relay/api/receipts.ts';
import { ACCOUNT_COUNT, accountIndex } from '../local/accounts.ts';
import { type Commune, fund, sent } from '../local/deploy-local.ts';
import { localKey } from '../local/keys.ts';
import { presentEpoch } from './catalogue/lots.ts';
import { cornerMarket } from './catalogue/roles.ts';
import type { Lot, World } from './world.ts';

/** Nobody answers there: what it has sold it keeps to itself. */
const ENDPOINT = 'http://127.0.0.1:9999';
/** Twice what statements need. */
const BOND = 20_000_000_000n;
const FUNDS = 10n ** 11n;
const SETTLED_ORDERS = 6;

/** Receipts of a platform that cheats, for visitors to try what happens then. */
export interface CheatedReceipts {
  /** Its order is not in the statement. */
  readonly leftOut: SignedReceipt;
  /** Two receipts for one order: another amount was told to somebody else. */
  readonly twice: readonly [SignedReceipt, SignedReceipt];
}

/**
 * What a second platform does in an epoch: it is admitted, puts up its bond, sells for an epoch, and then leaves an order out of its
 * statement and hides its order file.
 */
export async function liveDishonestly(world: World, epoch: number): Promise<void> {
  if (epoch === presentEpoch - 1) world.cornerMarketId = await admitCornerMarket(world.commune);
  if (epoch === presentEpoch) world.cheatedReceipts = await cheat(world, epoch - 1);
}

async function admitCornerMarket(commune: Commune): Promise<number> {
  const { platforms, guardian } = commune.contracts;
  const operator = commune.actor(accountIndex.cornerMarket);
  const trusting = commune.actor(accountIndex.guardian).account;
  const signer = localKey(accountIndex.cornerMarketSigner).address;
  const admission = guardian.write.admit([operator.account.address, signer, ENDPOINT], { account: trusting });
  await sent(commune, `admit ${cornerMarket.key}`, admission);
  const platformId = await platforms.read.platformCount();
  await fund(commune, operator, FUNDS);
  const { account } = operator;
  await sent(commune, 'deposit bond', platforms.write.depositBond([platformId, BOND], { account }));
  return platformId;
}

async function cheat({ commune, lots, cornerMarketId, people }: World, epoch: number): Promise<CheatedReceipts> {
  const { settlement } = commune.contracts;
  const onSale = lots.filter(({ seed }) => seed.startEpoch <= epoch && epoch < seed.startEpoch + seed.epochs);
  const platformId = cornerMarketId;
  const visitor = localKey(ACCOUNT_COUNT - 1).address;
  const buyers = people.consumers.map(({ address }) => address);
  const order = (number: number, buyer: Address): Receipt => {
    const lot = onSale[number % onSale.length] as Lot;
    const orderId = keccak256(stringToHex(`order ${number} at the corner market`));
    const sales = lot.seed.unitPrice * 2n;
    return {
      platformId,
      epoch,
      orderId,
      lotId: lot.lotId,
      quantity: 2,
      sales,
      fee: feeOf(sales, lot.commodity.seed.feeBps),
      commission: 0n,
      recommenderId: 0,
      nomineeId: 1 + (number % people.experiencers.length),
      buyerCommitment: buyerCommitment(buyer, orderId),
    };
  };
  const settled = Array.from({ length: SETTLED_ORDERS }, (_, i) => order(i, buyers[i % buyers.length] as Address));
  const scope = { chainId: commune.chainId, settlement: settlement.address, platformId, epoch };
  const trees = await buildStatementTrees(settled, scope);
  const hidden = keccak256(stringToHex('an order file that nobody gets to see'));
  const { account } = commune.actor(accountIndex.cornerMarket);
  const statement = statementArgument(platformId, epoch, trees, hidden);
  await sent(commune, 'commit statement', settlement.write.commitStatement([statement], { account }));
  const [first] = settled as [Receipt];
  return {
    leftOut: await signed(commune, order(SETTLED_ORDERS, visitor)),
    twice: [await signed(commune, first), await signed(commune, { ...first, quantity: 1, sales: first.sales / 2n })],
  };
}

/** A receipt with the signature of the corner market. */
export async function signed(
  { chainId, contracts }: Pick<Commune, 'chainId' | 'contracts'>,
  message: Receipt,
): Promise<SignedReceipt> {
  const settlement: Hex = contracts.settlement.address;
  const { sales, fee, commission, ...rest } = message;
  const domain = receiptDomain(chainId, settlement);
  const key = localKey(accountIndex.cornerMarketSigner);
  return {
    receipt: { ...rest, sales: String(sales), fee: String(fee), commission: String(commission) },
    digest: receiptDigest(message, chainId, settlement),
    signature: await key.signTypedData({ domain, types: receiptTypes, primaryType: 'Receipt', message }),
  };
}
