/** As the contract numbers them. */
export const COURT_PHASES = ['Evidence', 'Arming', 'Drawing', 'Commit', 'Reveal', 'Appeal', 'Final'] as const;
export type CourtPhase = (typeof COURT_PHASES)[number];
