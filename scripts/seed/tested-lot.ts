import { type Hex, hexToString } from 'viem';
import type { OnChainParameter } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import type { Localized, QualityModelDocument } from '../../protocol/documents/quality-model/types.ts';
import { valuesInOrder } from './catalogue/values-in-order.ts';
import type { Lot } from './world.ts';

/** What a report on a lot is made of, whoever offered it. */
export interface TestedLot {
  readonly lotId: number;
  readonly lotCode: string;
  readonly commodityId: number;
  /** GTIN-14; `null`: none. */
  readonly gtin: string | null;
  readonly modelDigest: Hex;
  readonly parameters: readonly OnChainParameter[];
  /** How each parameter is measured, as far as the model's document says it. */
  readonly methods: readonly TestMethod[];
  /** What a perfect measurement would find, of every parameter. */
  readonly truth: readonly number[];
}

export interface TestMethod {
  /** Determinations whose mean is the reported value. */
  readonly replicates: number;
  readonly instruments: readonly Localized[];
}

export function methodsOf({ parameters }: QualityModelDocument): TestMethod[] {
  return parameters.map(({ method, instruments }) => ({ replicates: method.replicates, instruments }));
}

/** A parameter's code as text. */
export function codeOf({ code }: OnChainParameter): string {
  return hexToString(code, { size: 12 });
}

/** A seeded lot as its testers see it. */
export function testedLot({ lotId, seed, commodity }: Lot): TestedLot {
  const { model, commodityId } = commodity;
  return {
    lotId,
    lotCode: seed.lotCode,
    commodityId,
    gtin: commodity.seed.gtin,
    modelDigest: model.digest,
    parameters: model.parameters,
    methods: methodsOf(model.document),
    truth: valuesInOrder(seed.truth, model.document),
  };
}
