import { useText } from '../../../shared/i18n/use-text.ts';
import { actionMessages } from './action-messages.ts';
import type { DecodedCall } from './decode-call.ts';
import { useCurrentValues } from './use-current-values.ts';
import { useValueText } from './use-value-text.ts';

const SENTENCES = [
  'asset.transfer',
  'token.transfer',
  'platforms.admit',
  'platforms.suspend',
  'platforms.resume',
] as const;

type Sentence = (typeof SENTENCES)[number];

interface Effects {
  /** What the call is about. */
  readonly title: string;
  /** What changes, old → new. */
  readonly lines: readonly string[];
  /** From when on it counts, and for what. */
  readonly note: string;
}

/**
 * What a call does, in words; null: there is no form for it.
 * @param before values before it was carried out, where that is past; undefined: what they are now
 */
export function useEffects(decoded: DecodedCall, before?: readonly (bigint | undefined)[]): Effects | null {
  const text = useText(actionMessages);
  const written = useValueText();
  const known = decoded.kind === 'known' ? decoded : undefined;
  const keys = known?.values.slice(0, known.action.keys).map((value) => BigInt(value as bigint | number));
  const now = useCurrentValues(before ? undefined : known?.action, before ? undefined : keys).data;
  if (!known) return null;
  const { action, values } = known;
  const { id, fields } = action;
  const title = text(`action.${id}`);
  const note = text(`action.help.${id}`);
  if (isSentence(id)) {
    const parts = fields.map(({ name, unit }, i) => [name, written(unit, values[i])]);
    return { title, lines: [text(`effect.${id}`, Object.fromEntries(parts))], note };
  }
  const whom = fields.slice(0, action.keys).map(({ unit }, i) => written(unit, values[i]));
  const lines = fields.slice(action.keys).map(({ name, unit }, i) => {
    const after = written(unit, values[action.keys + i]);
    const old = (before ?? now ?? [])[i];
    if (old === undefined) return text('effect.set', { name: text(`field.${name}`), after });
    if (old === BigInt(values[action.keys + i] as bigint | number)) {
      return text('effect.same', { name: text(`field.${name}`), after });
    }
    return text('effect.change', { name: text(`field.${name}`), before: written(unit, old), after });
  });
  return { title: whom.length > 0 ? text('effect.for', { what: title, whom: whom.join(' ') }) : title, lines, note };
}

function isSentence(id: string): id is Sentence {
  return (SENTENCES as readonly string[]).includes(id);
}
