import type { Locale } from '../../../web/shared/i18n/locales.ts';

export const WIDTHS = { desktop: 1280, phone: 390 } as const;

/** From where somebody looks at the page. */
export interface Place {
  readonly width: (typeof WIDTHS)[keyof typeof WIDTHS];
  readonly locale: Locale;
}

/** Where every journey is walked. */
export const PLACES: readonly Place[] = [
  { width: WIDTHS.desktop, locale: 'en' },
  { width: WIDTHS.desktop, locale: 'zh-Hans' },
  { width: WIDTHS.phone, locale: 'en' },
  { width: WIDTHS.phone, locale: 'zh-Hans' },
];

/** Such as `390 zh-Hans`. */
export function nameOf({ width, locale }: Place): string {
  return `${width} ${locale}`;
}

/**
 * Lets all do a step at the same time, each at his place: what takes long is waiting for chain, index and relay.
 *
 * @throws Error that says at which places it went wrong, and how
 */
export async function everywhere<One extends { readonly place: Place }, Result>(
  all: readonly One[],
  step: (one: One, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results = await Promise.allSettled(all.map(step));
  const failures = results.flatMap((result, i) => {
    if (result.status === 'fulfilled') return [];
    const { reason } = result;
    return `at ${nameOf((all[i] as One).place)}: ${reason instanceof Error ? reason.stack : reason}`;
  });
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return results.map((result) => (result as PromiseFulfilledResult<Result>).value);
}
