import type { ModelParameter, QualityModelDocument } from '../../../protocol/documents/quality-model/types.ts';

/** Something that one document says otherwise than another; a side is null where it says nothing. */
export interface ModelChange {
  /** Such as `/parameters/MOISTURE/limits/max`: parameters by code, standards by number. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed from one revision's document to another's, in the order of the newer one. */
export function diffModels(before: QualityModelDocument, after: QualityModelDocument): ModelChange[] {
  const [old, now] = [flatten(keyed(before)), flatten(keyed(after))];
  const paths = [...new Set([...now.keys(), ...old.keys()])];
  return paths.flatMap((path) => {
    const [was, is] = [old.get(path) ?? null, now.get(path) ?? null];
    return was === is ? [] : [{ path, before: was, after: is }];
  });
}

/** Lists by what tells their items apart, so that a new item does not make all behind it look changed. */
function keyed({ supersedes: _, parameters, standards, ...rest }: QualityModelDocument): Record<string, unknown> {
  const numberOf = new Map(standards.map(({ key, id }) => [key, id]));
  const cited = <T extends { standard: string } | undefined>(citation: T) =>
    citation && { ...citation, standard: numberOf.get(citation.standard) ?? citation.standard };
  const parameter = ({ code, ...facts }: ModelParameter) =>
    [code, { ...facts, method: cited(facts.method), requirement: cited(facts.requirement) }] as const;
  return {
    ...rest,
    standards: Object.fromEntries(standards.map(({ key: _key, id, ...facts }) => [id, facts])),
    parameters: Object.fromEntries(parameters.map(parameter)),
  };
}

function flatten(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) flatten(part, `${path}/${key.replaceAll('/', '∕')}`, into);
  } else if (value !== undefined && value !== null) {
    into.set(path, String(value));
  }
  return into;
}
