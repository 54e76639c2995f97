/** What of a model can be searched. */
export interface SearchableModel {
  readonly number: number;
  readonly texts: readonly string[];
}

/**
 * Models that have every word of the query in one of their texts. Blanks and punctuation of standards do not count, so that
 * `gbt1354` finds GB/T 1354-2018.
 */
export function matchModels<Model extends SearchableModel>(models: readonly Model[], query: string): Model[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...models];
  return models.filter(({ number, texts }) => {
    const haystack = [`#${number}`, ...texts].join('\n').toLowerCase();
    const dense = haystack.replace(/[^\p{L}\p{N}\n]/gu, '');
    return words.every(
      (word) => haystack.includes(word) || dense.includes(word.replace(/[^\p{L}\p{N}]/gu, '') || '\0'),
    );
  });
}
