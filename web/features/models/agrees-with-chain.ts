import { stringToHex } from 'viem';
import {
  type OnChainParameter,
  toOnChainParameters,
} from '../../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import type { QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import { validateQualityModel } from '../../../protocol/documents/quality-model/validate-quality-model.ts';
import type { ParameterView } from './model-view.ts';

const DIRECTIONS = { twoSided: 0, atLeast: 1, atMost: 2 } as const;

/** Whether a document says the very parameters that are on chain. A publisher can hash a document that says something else. */
export function agreesWithChain(document: QualityModelDocument, onChain: readonly ParameterView[]): boolean {
  if (validateQualityModel(document).length > 0) return false;
  const chain = onChain.map(
    (parameter): OnChainParameter => ({
      code: stringToHex(parameter.code, { size: 12 }),
      direction: DIRECTIONS[parameter.direction],
      decimals: parameter.decimals,
      legalMin: parameter.legalMin,
      legalMax: parameter.legalMax,
      tolerance: parameter.tolerance,
      weightBps: parameter.weightBps,
      critical: parameter.critical,
      isSealed: parameter.sealed,
    }),
  );
  return JSON.stringify(toOnChainParameters(document)) === JSON.stringify(chain);
}
