import type { Locale } from './locales.ts';

/** Messages of one feature in ICU MessageFormat, by id. */
export type Catalogue<Id extends string = string> = Readonly<Record<Locale, Readonly<Record<Id, string>>>>;

type Listener = (catalogue: Catalogue) => void;

const defined: Catalogue[] = [];
let listener: Listener | undefined;

/**
 * Declares the messages of a feature; both languages must have the same ids. Ids are unique in the whole app: begin them with the
 * feature's name (`market.search`). The types make a missing or misspelt id an error; test/web/messages.test.ts compares arguments.
 */
export function defineMessages<Id extends string>(catalogue: Catalogue<Id>): Catalogue<Id> {
  defined.push(catalogue);
  listener?.(catalogue);
  return catalogue;
}

/** Calls `take` with every catalogue, those of code that is loaded later included. */
export function onMessagesDefined(take: Listener): void {
  for (const catalogue of defined) take(catalogue);
  listener = take;
}
