/** Line breaks, escape sequences and direction marks: whatever could disturb a terminal. */
const DISTURBING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** The text on one line, safe to print, at most `limit` characters long. */
export function printable(text: string, limit = 200): string {
  const characters = [...text.replace(DISTURBING, ' ').trim()];
  return characters.length <= limit ? characters.join('') : `${characters.slice(0, limit - 1).join('')}…`;
}
