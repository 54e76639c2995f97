import { type Hex, parseEventLogs } from 'viem';
import { bondForLot } from '../../protocol/commodities/bond-for-lot.ts';
import type { OnChainParameter } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { sealedClaimsHash } from '../../protocol/experience/sealed-claims-hash.ts';
import { lotCodeToBytes20 } from '../../protocol/identity/lot-code.ts';
import { type Actor, type Commune, sent } from './deploy-local.ts';
import { localSalt } from './report.ts';

/** A lot with the secrets that its producer keeps. */
export interface OfferedLot {
  lotId: number;
  commodityId: number;
  sealedValues: readonly number[];
  salt: Hex;
}

/** Publishes a quality model and gives its id. */
export async function publishModel(
  commune: Commune,
  expert: Actor,
  documentDigest: Hex,
  parameters: readonly OnChainParameter[],
): Promise<number> {
  const { models } = commune.contracts;
  const args = [documentDigest, parameters] as const;
  const { logs } = await sent(commune, 'publish model', models.write.publish(args, { account: expert.account }));
  return only(parseEventLogs({ abi: models.abi, eventName: 'ModelPublished', logs })).args.modelId;
}

/** Lists a commodity and gives its id. */
export async function listCommodity(
  commune: Commune,
  producer: Actor,
  terms: { modelId: number; gtin: bigint; feeBps: number; commissionBps: number; documentDigest: Hex },
): Promise<number> {
  const { commodities } = commune.contracts;
  const args = [terms.modelId, terms.gtin, terms.feeBps, terms.commissionBps, terms.documentDigest] as const;
  const { logs } = await sent(commune, 'list commodity', commodities.write.list(args, { account: producer.account }));
  return only(parseEventLogs({ abi: commodities.abi, eventName: 'CommodityListed', logs })).args.commodityId;
}

/** Adds to a commodity's bond what it lacks for one more lot; anybody who has the money may. */
export async function coverLot(commune: Commune, { account }: Pick<Actor, 'account'>, commodityId: number) {
  const missing = await missingBond(commune, commodityId);
  if (missing === 0n) return;
  const { commodities } = commune.contracts;
  await sent(commune, 'top up bond', commodities.write.topUpBond([commodityId, missing], { account }));
}

/** What a commodity's bond lacks for one more lot. */
export async function missingBond({ contracts }: Commune, commodityId: number): Promise<bigint> {
  const { commodities } = contracts;
  const { bond, pledged } = await commodities.read.commodityOf([commodityId]);
  const required = await commodities.read.bondRequired();
  const unsealChargeBps = await commodities.read.unsealChargeBps();
  const needed = bondForLot({ required, unsealChargeBps, pledged });
  return needed > bond ? needed - bond : 0n;
}

/**
 * Offers a lot of a commodity's newest revision; the producer tops up the bond for it.
 *
 * @param salt of the sealed claims; by default one that nobody can derive from an account
 */
export async function offerLot(
  commune: Commune,
  producer: Actor,
  lot: {
    commodityId: number;
    revision: number;
    lotCode: string;
    units: number;
    startEpoch: number;
    epochs: number;
    openClaims: readonly number[];
    sealedValues: readonly number[];
    documentDigest: Hex;
  },
  salt: Hex = localSalt('seal', lot.commodityId, lot.lotCode),
): Promise<OfferedLot> {
  const { commodities } = commune.contracts;
  const { commodityId, sealedValues } = lot;
  const lotCode = lotCodeToBytes20(lot.lotCode);
  const sealedClaims = sealedClaimsHash({
    chainId: commune.chainId,
    commodities: commodities.address,
    commodityId,
    lotCode,
    values: sealedValues,
    salt,
  });
  await coverLot(commune, producer, commodityId);
  const args = [{ ...lot, lotCode, sealedClaims }] as const;
  const { logs } = await sent(commune, 'offer lot', commodities.write.offer(args, { account: producer.account }));
  const { lotId } = only(parseEventLogs({ abi: commodities.abi, eventName: 'LotOffered', logs })).args;
  return { lotId, commodityId, sealedValues, salt };
}

/** Opens a lot's sealed claims. */
export async function unsealLot(commune: Commune, producer: Actor, lot: OfferedLot): Promise<void> {
  const args = [lot.lotId, lot.sealedValues, lot.salt] as const;
  await sent(commune, 'unseal', commune.contracts.commodities.write.unseal(args, { account: producer.account }));
}

function only<T>(logs: readonly T[]): T {
  const [log] = logs;
  if (log === undefined || logs.length > 1) throw new Error(`expected one event, found ${logs.length}`);
  return log;
}
