/** The link that a recommender hands out. `origin` without a slash at the end. */
export function linkUrl(origin: string, code: string): string {
  return `${origin}/r/${encodeURIComponent(code)}`;
}
