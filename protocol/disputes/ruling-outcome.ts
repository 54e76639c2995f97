/** What an arbitrator says of a challenged round: 0 nothing, 1 the consensus stands, 2 + i challenge i takes its place. */
export type RoundRuling =
  | { decision: 'voided' }
  | { decision: 'upheld' }
  | { decision: 'overturned' /** index in the list of challengers */; winner: number };

/** Meaning of a ruling on an evaluation with `choices` choices; what is no choice counts as a refusal to rule. */
export function roundRuling(ruling: number, choices: number): RoundRuling {
  if (ruling < 1 || ruling > choices) return { decision: 'voided' };
  return ruling === 1 ? { decision: 'upheld' } : { decision: 'overturned', winner: ruling - 2 };
}

/** Whether the bond of challenge `i` goes to the audit fund. */
export function losesBond(outcome: RoundRuling, i: number): boolean {
  if (outcome.decision === 'voided') return false;
  return outcome.decision === 'upheld' || outcome.winner !== i;
}
