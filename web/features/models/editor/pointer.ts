/** Parts of a JSON pointer (RFC 6901); indices of lists are numbers in it. */
function partsOf(path: string): string[] {
  return path === ''
    ? []
    : path
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a JSON pointer; undefined where there is none. */
export function valueAt(document: unknown, path: string): unknown {
  return partsOf(path).reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    document,
  );
}

/** A copy of the document with another value at a JSON pointer; undefined takes the field away. */
export function withValueAt<T>(document: T, path: string, value: unknown): T {
  return place(document, partsOf(path), value) as T;
}

function place(container: unknown, [part, ...rest]: string[], value: unknown): unknown {
  if (part === undefined) return value;
  if (Array.isArray(container)) {
    return container.map((item, i) => (String(i) === part ? place(item, rest, value) : item));
  }
  const fields = typeof container === 'object' && container !== null ? (container as Record<string, unknown>) : {};
  const placed = place(fields[part], rest, value);
  if (placed !== undefined) return { ...fields, [part]: placed };
  const { [part]: _, ...others } = fields;
  return others;
}
