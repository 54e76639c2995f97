const SIGNS = /[^\p{L}\p{N}\n]/gu;

/**
 * Whether every word of a query stands in one of the texts. Blanks and punctuation do not count, so that `gbt1354` finds
 * GB/T 1354-2018; a word like `#7` means the number and nothing else.
 */
export function matchesWords(number: number, texts: readonly string[], query: string): boolean {
  const haystack = texts.join('\n').toLowerCase();
  const dense = haystack.replace(SIGNS, '');
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => {
    if (/^#\d+$/.test(word)) return word === `#${number}`;
    const denseWord = word.replace(SIGNS, '');
    return haystack.includes(word) || (denseWord !== '' && dense.includes(denseWord));
  });
}
