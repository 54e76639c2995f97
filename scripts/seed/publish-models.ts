import { toOnChainParameters } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { publishModel } from '../local/offer.ts';
import { caip10 } from './caip10.ts';
import { qualityModels } from './catalogue/quality-models.ts';
import { personOf } from './people.ts';
import type { World } from './world.ts';

/** Publishes every model of the catalogue with its expert's account as the author. */
export async function publishModels({ commune, people, documents, models }: World): Promise<void> {
  for (const seed of qualityModels) {
    const expert = personOf(people.experts, seed.expert);
    const document = { ...seed.document, authors: [caip10(commune.chainId, expert.address)] };
    const digest = documents.put(document);
    const parameters = toOnChainParameters(document);
    const modelId = await publishModel(commune, expert.actor, digest, parameters);
    models.push({ seed, modelId, digest, document, parameters });
  }
}
