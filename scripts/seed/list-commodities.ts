import { listCommodity } from '../local/offer.ts';
import { commodities as catalogue } from './catalogue/commodities.ts';
import { personOf } from './people.ts';
import type { World } from './world.ts';

/** Lists every commodity of the catalogue. */
export async function listCommodities({ commune, people, documents, models, commodities }: World): Promise<void> {
  for (const seed of catalogue) {
    const producer = personOf(people.producers, seed.producer);
    const model = models.find((one) => one.seed.key === seed.model);
    if (model === undefined) throw new RangeError(`no model ${seed.model}`);
    const commodityId = await listCommodity(commune, producer.actor, {
      modelId: model.modelId,
      gtin: BigInt(seed.gtin ?? 0),
      feeBps: seed.feeBps,
      commissionBps: seed.commissionBps,
      documentDigest: documents.put(seed.document),
    });
    commodities.push({ seed, commodityId, producer, model });
  }
}
