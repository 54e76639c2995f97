import { keccak256, stringToHex } from 'viem';
import { accountIndex } from '../../scripts/local/accounts.ts';
import { type Commune, fund } from '../../scripts/local/deploy-local.ts';
import { listCommodity, offerLot, publishModel } from '../../scripts/local/offer.ts';

const DIGEST = keccak256(stringToHex('any document'));
const FUNDS = 10n ** 15n;

/** Fees and commissions of the lots of {@link offerLots}. */
export const lotRates = { feeBps: 1_500, commissionBps: 500 };

/** Offers lots of one commodity on a fresh local chain; their ids are 0 … count − 1. */
export async function offerLots(
  commune: Commune,
  sale: { startEpoch: number; epochs: number },
  count: number,
): Promise<void> {
  const [expert, producer] = [commune.actor(accountIndex.firstExpert), commune.actor(accountIndex.firstProducer)];
  for (const actor of [expert, producer]) await fund(commune, actor, FUNDS);
  const parameter = { direction: 0, decimals: 0, legalMin: 0, legalMax: 100, tolerance: 1, weightBps: 5_000 } as const;
  const modelId = await publishModel(commune, expert, DIGEST, [
    { ...parameter, code: stringToHex('A', { size: 12 }), critical: true, isSealed: false },
    { ...parameter, code: stringToHex('B', { size: 12 }), critical: false, isSealed: true },
  ]);
  const terms = { modelId, gtin: 0n, ...lotRates, documentDigest: DIGEST };
  const commodityId = await listCommodity(commune, producer, terms);
  const lot = {
    ...sale,
    commodityId,
    revision: 1,
    units: 9,
    openClaims: [5],
    sealedValues: [5],
    documentDigest: DIGEST,
  };
  for (let i = 0; i < count; i++) await offerLot(commune, producer, { ...lot, lotCode: `L${i}` });
}
