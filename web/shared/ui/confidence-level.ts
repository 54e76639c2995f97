/** How much a grade is worth, by the number of effective reports behind it (hundredths). A consensus needs seven. */
export type ConfidenceLevel = 'None' | 'Low' | 'Good' | 'High';

const NEEDED = 700;
const GOOD = 850;
const HIGH = 1_200;

export function confidenceLevel(reports: number, effectiveHundredths: number): ConfidenceLevel {
  if (reports === 0) return 'None';
  if (effectiveHundredths >= HIGH) return 'High';
  if (effectiveHundredths >= GOOD) return 'Good';
  return effectiveHundredths >= NEEDED ? 'Good' : 'Low';
}
