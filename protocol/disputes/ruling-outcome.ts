/**
 * What an arbitrator says of a challenged round: 0 nothing (tie, silence, no jury, lapsed), 1 the consensus stands, 2 + i challenge i takes
 * its place, and the last choice: the consensus is wrong, and so is every challenge. A voided round gives the bonds of its
 * challengers back in the first case and takes them in the last.
 */
export type RoundRuling =
  | { decision: 'voided'; bonds: 'returned' | 'lost' }
  | { decision: 'upheld' }
  | { decision: 'overturned' /** index in the list of challengers */; winner: number };

const UPHOLD = 1;

/** The choice by which none of the vectors is right; `choices` of the arbitrator are as many. */
export function choiceOfNone(challenges: number): number {
  return UPHOLD + challenges + 1;
}

/** Meaning of a ruling on an evaluation with `choices` choices; what is no choice counts as a refusal to rule. */
export function roundRuling(ruling: number, choices: number): RoundRuling {
  if (ruling < 1 || ruling > choices) return { decision: 'voided', bonds: 'returned' };
  if (ruling === UPHOLD) return { decision: 'upheld' };
  if (ruling === choices) return { decision: 'voided', bonds: 'lost' };
  return { decision: 'overturned', winner: ruling - UPHOLD - 1 };
}

/** Whether the bond of challenge `i` goes to the audit fund. */
export function losesBond(outcome: RoundRuling, i: number): boolean {
  if (outcome.decision === 'voided') return outcome.bonds === 'lost';
  return outcome.decision === 'upheld' || outcome.winner !== i;
}
