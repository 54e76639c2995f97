interface Statement {
  readonly id: string;
}

/** Statements in which no leaf of the recommender was opened. */
export function unopenedStatements<One extends Statement>({
  statements,
  openings,
}: {
  readonly statements: readonly One[];
  readonly openings: readonly { readonly statement: Statement }[];
}): One[] {
  const opened = new Set(openings.map(({ statement }) => statement.id));
  return statements.filter(({ id }) => !opened.has(id));
}
