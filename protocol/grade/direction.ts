/** Which deviations from a claim are bad: below it, above it, or both. */
export type Direction = 'atLeast' | 'atMost' | 'twoSided';
