import type { ScaledValues } from '../seed/catalogue/types.ts';
import { codeOf } from '../seed/tested-lot.ts';
import { commodityOfId } from './catalogue.ts';
import { followUpOf } from './follow-up.ts';
import type { LotFacts } from './lot-facts.ts';

/** What visitors say is true of their lots: values by commodity and lot code, in the order of the parameters. */
export interface VisitorTruths {
  find(commodityId: number, lotCode: string): readonly number[] | undefined;
}

/**
 * What a perfect measurement of a lot would find, of every parameter: what the visitor said, what the catalogue or the residents'
 * own production says, else the open claims and the middle of the legal range for what is sealed.
 */
export function truthOf(lot: LotFacts, visitors: VisitorTruths): number[] {
  const said = visitors.find(lot.commodityId, lot.lotCode);
  if (said?.length === lot.parameters.length) return [...said];
  const known = knownTruth(lot);
  return lot.parameters.map((parameter, i) => {
    const { legalMin, legalMax } = parameter;
    return known?.[codeOf(parameter)] ?? lot.openClaims[i] ?? Math.trunc((legalMin + legalMax) / 2);
  });
}

function knownTruth({ commodityId, lotCode }: LotFacts): ScaledValues | undefined {
  const commodity = commodityOfId(commodityId);
  if (commodity === undefined) return undefined;
  const seeded = commodity.lots.find((lot) => lot.lotCode === lotCode);
  return (seeded ?? followUpOf(commodity, lotCode))?.truth;
}
