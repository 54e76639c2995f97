import { JSONValue, JSONValueKind, TypedMap } from '@graphprotocol/graph-ts';

/** What a document does not say as it should is an empty text: it must not stop the index. */
export class Localized {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {}
}

export function memberOf(value: JSONValue | null, key: string): JSONValue | null {
  const object = objectOf(value);
  return object === null ? null : object.get(key);
}

export function objectOf(value: JSONValue | null): TypedMap<string, JSONValue> | null {
  if (value === null || value.kind != JSONValueKind.OBJECT) return null;
  return value.toObject();
}

export function itemsOf(value: JSONValue | null): Array<JSONValue> {
  if (value === null || value.kind != JSONValueKind.ARRAY) return [];
  return value.toArray();
}

/** The text at a key; empty if there is none. */
export function stringOf(value: JSONValue | null, key: string): string {
  const member = memberOf(value, key);
  if (member === null || member.kind != JSONValueKind.STRING) return '';
  return member.toString();
}

/** A `{zh-Hans, en}` at a key. */
export function localizedOf(value: JSONValue | null, key: string): Localized {
  const member = memberOf(value, key);
  return new Localized(stringOf(member, 'zh-Hans'), stringOf(member, 'en'));
}

/** At a key, a `{zh-Hans, en}` or a text that is the same in both. */
export function eitherOf(value: JSONValue | null, key: string): Localized {
  const plain = stringOf(value, key);
  return plain.length > 0 ? new Localized(plain, plain) : localizedOf(value, key);
}
