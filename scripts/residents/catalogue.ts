import type { QualityModelDocument } from '../../protocol/documents/quality-model/types.ts';
import { commodities } from '../seed/catalogue/commodities.ts';
import { lots } from '../seed/catalogue/lots.ts';
import { qualityModels } from '../seed/catalogue/quality-models.ts';
import type { SeedCommodity, SeedLot } from '../seed/catalogue/types.ts';
import { methodsOf, type TestMethod } from '../seed/tested-lot.ts';

/** A seeded commodity with what its producer knows and the chain does not. */
export interface CatalogueCommodity {
  readonly commodityId: number;
  readonly seed: SeedCommodity;
  readonly model: QualityModelDocument;
  /** Seeded ones, in the order of their sale. */
  readonly lots: readonly SeedLot[];
}

/** By id: the seed lists them in the order of the catalogue, and ids begin with 1. */
export const catalogue: readonly CatalogueCommodity[] = commodities.map((seed, i) => {
  const model = qualityModels.find(({ key }) => key === seed.model);
  if (model === undefined) throw new RangeError(`no model ${seed.model}`);
  return {
    commodityId: i + 1,
    seed,
    model: model.document,
    lots: lots.filter(({ commodity }) => commodity === seed.key),
  };
});

/** `undefined`: a visitor listed it. */
export function commodityOfId(commodityId: number): CatalogueCommodity | undefined {
  return catalogue[commodityId - 1];
}

/** How a seeded model measures; of a visitor's model only the chain's parameters are known. */
export function methodsOfModel(modelId: number): readonly TestMethod[] {
  const model = qualityModels[modelId - 1];
  return model === undefined ? [] : methodsOf(model.document);
}
