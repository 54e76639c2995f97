import { epochStart } from '../../protocol/clock/epoch-start.ts';
import { blockDigest } from '../../protocol/documents/block-digest.ts';
import { canonicalJson } from '../../protocol/documents/canonical-json.ts';
import { lotCodeToBytes20 } from '../../protocol/identity/lot-code.ts';
import { sealSalt } from '../../protocol/secrets/derive-salt.ts';
import type { Catalogue } from '../../relay/api/catalogue.ts';
import { missingBond } from '../local/offer.ts';
import { lotDocument } from '../seed/catalogue/lot-document.ts';
import type { SeedLot } from '../seed/catalogue/types.ts';
import { valuesInOrder } from '../seed/catalogue/values-in-order.ts';
import { worldRandom } from '../seed/world-random.ts';
import type { Resident } from './cast.ts';
import { type CatalogueCommodity, catalogue } from './catalogue.ts';
import { followUpLot } from './follow-up.ts';
import { inParallel } from './in-parallel.ts';
import { isOnSale } from './lot-facts.ts';
import { sealedHash } from './sealed-hash.ts';
import { GAS, type Sending, sendTogether } from './send-together.ts';
import type { Moment, Settings } from './settings.ts';

/** So many lots of residents are on sale in every epoch. */
const ON_SALE = 7;
const WIDTH = 8;

interface Offer {
  readonly commodity: CatalogueCommodity;
  readonly producer: Resident;
  readonly lot: SeedLot;
}

/** Resident producers offer new lots for those that have sold out their time, so that the market never dries up. */
export async function offerLots(settings: Settings, moment: Moment): Promise<number> {
  const offers = offersDue(settings, moment.epoch);
  if (offers.length === 0) return 0;
  const { commune, chain, failed } = settings;
  const renewals = await Promise.all(offers.map((offer) => renewal(settings, offer)));
  await sendTogether(commune, renewals.flat(), failed);
  const sendings = await Promise.all(offers.map((offer) => offering(settings, offer)));
  await sendTogether(commune, sendings.flat(), failed);
  await settings.tick();
  await chain.refresh();
  return offers.length;
}

/** Names the price of every resident's lot that has none yet. */
export async function namePrices(settings: Settings, { epoch }: Moment): Promise<void> {
  const { relay, chain, failed } = settings;
  const unpriced = [...chain.lots.values()].flatMap((lot) => {
    if (!isOnSale(lot, epoch)) return [];
    const commodity = catalogue[lot.commodityId - 1];
    const own = commodity && followUpLot(commodity, lot.startEpoch);
    return own?.lotCode === lot.lotCode
      ? { lot, own, producer: producerOf(settings, commodity as CatalogueCommodity) }
      : [];
  });
  if (unpriced.length === 0) return;
  const { listings } = await relay.request<Catalogue>('/catalogue?sellable=true&limit=200');
  const priced = new Set(listings.map(({ lotId }) => lotId));
  await inParallel(
    unpriced.filter(({ lot }) => !priced.has(lot.lotId)),
    WIDTH,
    async ({ lot, own, producer }) => {
      const body = { unitPrice: own.unitPrice.toString() };
      await relay.request(`/catalogue/${lot.lotId}/price`, { method: 'PUT', as: producer.key, body });
    },
    ({ lot }, error) => failed(`price of lot ${lot.lotId}`, error),
  );
}

function offersDue(settings: Settings, epoch: number): Offer[] {
  const onSale = [...settings.chain.lots.values()].filter((lot) => isOnSale(lot, epoch));
  const selling = new Set(onSale.map(({ commodityId }) => commodityId));
  const idle = catalogue.filter(({ commodityId }) => !selling.has(commodityId));
  const missing = Math.max(0, ON_SALE - catalogue.length + idle.length);
  const chosen = worldRandom().fork(`new lots in epoch ${epoch}`).shuffle(idle).slice(0, missing);
  return chosen.map((commodity) => ({
    commodity,
    producer: producerOf(settings, commodity),
    lot: followUpLot(commodity, epoch),
  }));
}

function producerOf({ cast }: Settings, { seed }: CatalogueCommodity): Resident {
  const producer = cast.producers.find(({ name }) => name === seed.producer);
  if (producer === undefined) throw new RangeError(`nobody produces ${seed.key}`);
  return producer;
}

/** More lots are open than before, or a court has taken the bond. */
async function renewal({ commune }: Settings, { commodity, producer }: Offer): Promise<Sending[]> {
  const { commodities } = commune.contracts;
  const { commodityId } = commodity;
  const missing = await missingBond(commune, commodityId);
  if (missing === 0n) return [];
  const { account } = producer.actor;
  const send = () => commodities.write.topUpBond([commodityId, missing], { account, gas: GAS });
  return [{ what: `bond of ${commodity.seed.key}`, send }];
}

/** Publishes the lot's document and gives the transactions that offer it. */
async function offering(settings: Settings, { commodity, producer, lot }: Offer): Promise<Sending[]> {
  const { commune, relay } = settings;
  const { contracts, clock } = commune;
  const { commodityId, seed, model } = commodity;
  const document = canonicalJson(lotDocument(lot, new Date(epochStart(clock, lot.startEpoch) * 1000)));
  await relay.request('/documents', { method: 'POST', as: producer.key, body: document });
  const { modelId } = await contracts.commodities.read.commodityOf([commodityId]);
  const lotCode = lotCodeToBytes20(lot.lotCode);
  const offer = {
    commodityId,
    revision: await contracts.models.read.latestRevision([modelId]),
    lotCode,
    units: lot.units,
    startEpoch: lot.startEpoch,
    epochs: lot.epochs,
    openClaims: valuesInOrder(lot.claims, model, 'open'),
    sealedClaims: sealedHash(commune, commodityId, lotCode, lot, model, sealSalt(producer.root, commodityId, lotCode)),
    documentDigest: blockDigest(document),
  };
  const { account } = producer.actor;
  return [
    {
      what: `offer ${seed.key} ${lot.lotCode}`,
      send: () => contracts.commodities.write.offer([offer], { account, gas: GAS }),
    },
  ];
}
