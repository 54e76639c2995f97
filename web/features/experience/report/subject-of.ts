import { type Address, getAddress } from 'viem';
import type { QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { baseValue } from '../../../../protocol/experience/base-value.ts';
import type { ReportSubject } from './report-document.ts';
import { knownValues, type ReportLot } from './use-report-lot.ts';

/** What a report on a lot is about. */
export function subjectOf(
  lot: ReportLot,
  model: QualityModelDocument,
  chainId: number,
  account: Address,
): ReportSubject {
  return {
    chainId,
    commodityId: lot.commodity.number,
    gtin: lot.commodity.gtin ?? null,
    lotCode: lot.lotCode,
    modelCid: lot.revision.documentCid,
    model,
    tester: getAddress(account),
    known: knownValues(lot).map((sources) => baseValue(sources)),
  };
}
