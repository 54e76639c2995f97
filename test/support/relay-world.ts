import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Hex, keccak256, stringToHex, toHex, zeroHash } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import type { OnChainParameter } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { buyerCommitment } from '../../protocol/settlement/buyer-commitment.ts';
import { commissionOf } from '../../protocol/settlement/commission-of.ts';
import { feeOf } from '../../protocol/settlement/fee-of.ts';
import type { Receipt } from '../../protocol/settlement/receipt.ts';
import { receiptDigest } from '../../protocol/settlement/receipt-digest.ts';
import { connectChain } from '../../relay/chain/connect-chain.ts';
import { readConfig } from '../../relay/config.ts';
import { openDatabase } from '../../relay/db/client.ts';
import { openDocumentStore } from '../../relay/documents/store.ts';
import { receipts } from '../../relay/receipts/tables.ts';
import type { Relay } from '../../relay/relay.ts';
import { createLogger } from '../../relay/server/logging.ts';
import { Loopback } from '../../relay/server/loopback.ts';
import { createMetrics } from '../../relay/server/metrics.ts';
import { receiptEpoch } from '../../relay/statements/receipt-epoch.ts';
import { profiles } from '../../scripts/deploy/profiles.ts';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, deployLocal, fund, sent } from '../../scripts/local/deploy-local.ts';
import { TEST_MNEMONIC } from '../../scripts/local/keys.ts';
import { listCommodity, type OfferedLot, offerLot, publishModel } from '../../scripts/local/offer.ts';
import { localSalt } from '../../scripts/local/report.ts';
import { openChain } from '../../scripts/stack/chain/open-chain.ts';
import { freePort } from './free-port.ts';
import { createDatabase } from './postgres.ts';

export const FEE_BPS = 1_500;
export const COMMISSION_BPS = 500;
export const EPOCH = 7 * 24 * 60 * 60;
const FUNDS = 10n ** 13n;
const BOND = 10n ** 11n;
const DIGEST = keccak256(stringToHex('document'));
const GENESIS = 1_790_000_000;

/** A chain with the protocol, a model, a commodity and people, and what a relay needs to work on it. */
export interface RelayWorld {
  commune: Commune;
  rpcUrl: string;
  deployment: Relay['deployment'];
  commodityId: number;
  close(): Promise<void>;
}

export async function openRelayWorld(reporters = 10): Promise<RelayWorld> {
  const port = await freePort();
  const { connection, rpcUrl, close } = await openChain(port, GENESIS, async () => {});
  const commune = await deployLocal(connection, { ...profiles.local, epochLength: EPOCH });
  const { platform, firstExpert, firstProducer, firstExperiencer, firstRecommender } = accountIndex;
  for (const index of [firstExpert, firstProducer]) await fund(commune, commune.actor(index), FUNDS);
  const { asset, recommenders, power } = commune.contracts;
  const operator = commune.actor(platform).account;
  await sent(commune, 'set-up', asset.write.drip([operator.address, FUNDS], { account: operator }));
  const recommender = commune.actor(firstRecommender).account;
  await sent(commune, 'set-up', recommenders.write.register([recommender.address], { account: recommender }));
  for (let i = 0; i < reporters; i++) {
    const actor = commune.actor(firstExperiencer + i);
    await fund(commune, actor, FUNDS);
    await sent(commune, 'set-up', power.write.register([zeroHash], { account: actor.account }));
  }
  const modelId = await publishModel(commune, commune.actor(firstExpert), DIGEST, parameters());
  const terms = { modelId, gtin: 0n, feeBps: FEE_BPS, commissionBps: COMMISSION_BPS, documentDigest: DIGEST };
  const commodityId = await listCommodity(commune, commune.actor(firstProducer), terms);
  // For any number of lots whose seals are closed at the same time.
  const producer = commune.actor(firstProducer).account;
  const topUp = commune.contracts.commodities.write.topUpBond([commodityId, BOND], { account: producer });
  await sent(commune, 'set-up', topUp);
  const names = [
    'asset',
    'models',
    'commodities',
    'platforms',
    'demands',
    'recommenders',
    'settlement',
    'power',
    'evaluations',
    'token',
    'validators',
    'elections',
    'rewards',
    'court',
    'disputes',
    'emission',
    'memberships',
    'governor',
  ] as const;
  const addresses = names.map((name) => [name, commune.contracts[name].address]);
  const deployment = {
    chainId: commune.chainId,
    ...commune.clock,
    platformId: commune.platformId,
    startBlock: 0n,
    contracts: Object.fromEntries(addresses) as Relay['deployment']['contracts'],
  };
  return { commune, rpcUrl, deployment, commodityId, close };
}

export function offerTestLot(
  { commune, commodityId }: RelayWorld,
  lotCode: string,
  startEpoch: number,
): Promise<OfferedLot> {
  return offerLot(commune, commune.actor(accountIndex.firstProducer), {
    commodityId,
    revision: 1,
    lotCode,
    units: 1_000,
    startEpoch,
    epochs: 1,
    openClaims: [1_000],
    sealedValues: [500],
    documentDigest: DIGEST,
  });
}

function parameters(): OnChainParameter[] {
  const common = {
    direction: 0 as const,
    decimals: 1,
    legalMin: -10_000,
    legalMax: 10_000,
    tolerance: 100,
    weightBps: 5_000,
  };
  return [
    { ...common, code: stringToHex('OPEN', { size: 12 }), critical: true, isSealed: false },
    { ...common, code: stringToHex('SEALED', { size: 12 }), critical: false, isSealed: true },
  ];
}

/** Everything of a relay but its HTTP side and its payment providers, on a database of its own. */
export async function openTestRelay(
  { rpcUrl, deployment }: RelayWorld,
  env: Record<string, string> = {},
): Promise<Relay & { close(): Promise<void> }> {
  const databaseUrl = env.RELAY_DATABASE_URL ?? (await createDatabase());
  const dataDir = env.RELAY_DATA_DIR ?? mkdtempSync(join(tmpdir(), 'relay-data-'));
  const config = readConfig({
    RELAY_DATABASE_URL: databaseUrl,
    RELAY_RPC_URL: rpcUrl,
    RELAY_OPERATOR_KEY: privateKey(accountIndex.platform),
    RELAY_SIGNER_KEY: privateKey(accountIndex.platformSigner),
    RELAY_KEEPER_KEY: privateKey(accountIndex.keeper),
    RELAY_DEPLOYMENT: 'none',
    RELAY_DATA_DIR: dataDir,
    RELAY_LOCAL: 'true',
    RELAY_LOG_LEVEL: process.env.RELAY_LOG_LEVEL ?? 'silent',
    ...env,
  });
  const { genesis, epochLength, ...rest } = deployment;
  const chain = connectChain({ ...rest, ...config, clock: { genesis, epochLength } });
  const { db, pool, close } = openDatabase(config.databaseUrl);
  const documents = await openDocumentStore(dataDir, db);
  const log = createLogger(config.logLevel);
  return {
    config,
    deployment,
    db,
    pool,
    chain,
    documents,
    providers: new Map(),
    loopback: new Loopback(),
    log,
    metrics: createMetrics(),
    async close() {
      await close();
      if (env.RELAY_DATA_DIR === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function privateKey(index: number): Hex {
  const key = mnemonicToAccount(TEST_MNEMONIC, { addressIndex: index }).getHdKey().privateKey;
  if (key === null) throw new RangeError(`no account ${index}`);
  return toHex(key);
}

export function testReceipt(commune: Commune, name: string, fields: Partial<Receipt> = {}): Receipt {
  const sales = fields.sales ?? 100_000_000n;
  const recommenderId = fields.recommenderId ?? 0;
  return {
    platformId: commune.platformId,
    epoch: 0,
    orderId: keccak256(stringToHex(name)),
    lotId: 0,
    quantity: 1,
    sales,
    fee: feeOf(sales, FEE_BPS),
    commission: commissionOf(sales, COMMISSION_BPS, recommenderId),
    recommenderId,
    nomineeId: 0,
    buyerCommitment: keccak256(stringToHex(`buyer of ${name}`)),
    ...fields,
  };
}

/** The purchase of experiencer `i` (counted from 0), who nominates himself. */
export function reporterReceipt(commune: Commune, lotId: number, i: number): Receipt {
  const { address } = commune.actor(accountIndex.firstExperiencer + i).account;
  return testReceipt(commune, `lot ${lotId}, reporter ${i}`, {
    lotId,
    nomineeId: i + 1,
    recommenderId: i % 2,
    buyerCommitment: buyerCommitment(address, localSalt('buyer', lotId, i)),
  });
}

/** Settles orders as the order domain does, without their history; gives the receipts with their epoch. The next tick signs them. */
export async function settleReceipts(relay: Relay, given: readonly Receipt[], now: number): Promise<Receipt[]> {
  const { chain, db } = relay;
  return db.transaction(async (tx) => {
    const epoch = await receiptEpoch(tx, chain.clock, now, now);
    const settled = given.map((receipt) => ({ ...receipt, epoch }));
    const rows = settled.map((receipt) => ({
      ...receipt,
      digest: receiptDigest(receipt, chain.chainId, chain.contracts.settlement),
      buyer: chain.operator.address,
    }));
    if (rows.length > 0) await tx.insert(receipts).values(rows);
    return settled;
  });
}
