import { toOnChainParameters } from '../../../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import type { ModelParameter, QualityModelDocument } from '../../../../protocol/documents/quality-model/types.ts';
import { validateQualityModel } from '../../../../protocol/documents/quality-model/validate-quality-model.ts';
import { type LotGrade, lotGrade } from '../../../../protocol/grade/lot-grade.ts';

export interface PreviewRow {
  readonly parameter: ModelParameter;
  /** In units of 10^−decimals. */
  readonly claim: number;
  readonly found: number;
  /** Basis points. */
  readonly grade: bigint;
}

export interface TwinPreview extends Pick<LotGrade, 'overall' | 'state'> {
  readonly rows: readonly PreviewRow[];
}

/** A made-up lot: claims in the middle of the legal range, findings half a tolerance to the bad side; null with problems. */
export function twinPreview(document: QualityModelDocument): TwinPreview | null {
  if (validateQualityModel(document).length > 0) return null;
  const facts = toOnChainParameters(document).map(({ legalMin, legalMax, tolerance }, i) => {
    const parameter = document.parameters[i] as ModelParameter;
    const claim = Math.trunc((legalMin + legalMax) / 2);
    const off = Math.ceil(tolerance / 2) * (parameter.direction === 'atLeast' ? -1 : 1);
    return {
      parameter,
      claim,
      found: Math.min(legalMax, Math.max(legalMin, claim + off)),
      legalMin,
      legalMax,
      tolerance,
    };
  });
  const { grades, overall, state } = lotGrade(
    facts.map(({ parameter, claim, found, legalMin, legalMax, tolerance }) => ({
      claim,
      consensus: found,
      direction: parameter.direction,
      tolerance,
      weightBps: parameter.weightBps,
      critical: parameter.critical,
      legalMin,
      legalMax,
    })),
  );
  const rows = facts.map(({ parameter, claim, found }, i) => ({ parameter, claim, found, grade: grades[i] as bigint }));
  return { rows, overall, state };
}
