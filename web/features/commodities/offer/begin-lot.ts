import { fromScaled } from '../../../../protocol/documents/quality-model/scaled.ts';
import type { ClaimTexts } from '../claims.ts';
import { nextLotCode } from '../next-lot-code.ts';
import type { ParameterView } from '../parameter-view.ts';
import type { LotDraft } from './lot-draft.ts';

interface Before {
  /** Codes of the commodity's lots, oldest first. */
  readonly lotCodes: readonly string[];
  readonly facilityZh: string;
  readonly facilityEn: string;
  /** Open claims of the last lot in units of 10^−decimals, by code. */
  readonly claims: Readonly<Record<string, number>>;
}

/** What the form of a new lot begins with: what the lot before had, where that makes sense. @param today ISO 8601 */
export function beginLot(parameters: readonly ParameterView[], before: Before, today: string): LotDraft {
  const claims = parameters.flatMap(({ code, decimals, sealed }) => {
    const value = before.claims[code];
    return sealed || value === undefined ? [] : [[code, fromScaled(value, decimals)] as const];
  });
  return {
    lotCode: nextLotCode(before.lotCodes, today),
    units: '',
    production: today,
    bestBefore: '',
    facilityZh: before.facilityZh,
    facilityEn: before.facilityEn,
    startEpoch: null,
    epochs: 1,
    claims: Object.fromEntries(claims),
    price: '',
    truth: null,
  };
}

/** Fills what is empty, so that a visitor of a demo chain can offer a lot without inventing numbers. */
export function fillExample(draft: LotDraft, parameters: readonly ParameterView[]): LotDraft {
  const claims: ClaimTexts = { ...exampleClaims(parameters), ...nonEmpty(draft.claims) };
  return {
    ...draft,
    units: draft.units || '200',
    facilityZh: draft.facilityZh || '示范工厂',
    facilityEn: draft.facilityEn || 'Demonstration plant',
    claims,
    price: draft.price || '20.00',
    truth: draft.truth ?? claims,
  };
}

/** The middle of the legal range, as people would write it. */
function exampleClaims(parameters: readonly ParameterView[]): ClaimTexts {
  return Object.fromEntries(
    parameters.map(({ code, legalMin, legalMax, decimals }) => [
      code,
      fromScaled(Math.trunc((legalMin + legalMax) / 2), decimals),
    ]),
  );
}

function nonEmpty(texts: ClaimTexts): ClaimTexts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}
