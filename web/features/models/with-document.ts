import type { QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';
import type { ParameterView } from './model-view.ts';

/** Parameters with the texts of a document that the index has not read yet. What the chain says of them stays. */
export function withDocument(
  views: readonly ParameterView[],
  document: QualityModelDocument | undefined,
): ParameterView[] {
  return views.map((view) => {
    const told = document?.parameters.find(({ code }) => code === view.code);
    if (!told) return view;
    const standard = document?.standards.find(({ key }) => key === told.method.standard)?.id;
    return {
      ...view,
      name: told.name,
      unit: told.unit.ucum,
      method: told.method.name,
      methodStandard: standard ?? '',
      methodClause: told.method.clause,
    };
  });
}
