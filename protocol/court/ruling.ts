import type { Ballot } from './ballots.ts';

export interface Ruling {
  /** 0 when no choice has more votes than each other */
  choice: number;
  /** false for the 0 of a tie or of silence */
  decided: boolean;
}

/** What a jury rules: the choice with most revealed votes. */
export function rulingOf(ballots: readonly Ballot[]): Ruling {
  const counts = new Map<number, number>();
  for (const ballot of ballots) {
    if (ballot.state === 'revealed') counts.set(ballot.choice, (counts.get(ballot.choice) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const leading = [...counts].filter(([, count]) => count === most);
  const [only] = leading;
  return only !== undefined && leading.length === 1
    ? { choice: only[0], decided: true }
    : { choice: 0, decided: false };
}
