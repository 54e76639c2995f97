import { z } from 'zod';
import { localized } from '../api/scalars.ts';

const named = z.object({
  name: localized,
  brand: localized.optional().catch(undefined),
  description: localized.optional().catch(undefined),
});

/** What a JSON document calls the thing that it describes; null when it names nothing in both languages. */
export function textsOf(bytes: Uint8Array) {
  const parsed = named.safeParse(parseJson(bytes));
  if (!parsed.success) return null;
  const { name, brand, description } = parsed.data;
  return { name, brand: brand ?? null, description: description ?? null };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
