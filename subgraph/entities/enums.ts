// The contracts' enums in their order, as the schema names them.

export const DIRECTIONS = ['TWO_SIDED', 'AT_LEAST', 'AT_MOST'];

/** The first stands for a lot that does not exist; no event has it. */
export const LOT_STATES = ['NONE', 'OFFERED', 'TRUSTED', 'FLAGGED', 'UNPROVEN', 'SUSPENDED'];

export const ROUND_STATES = ['OPEN', 'TALLIED', 'FINAL', 'UNPROVEN', 'VOIDED'];

export const CASE_KINDS = ['RECEIPT', 'EQUIVOCATION', 'DEMAND'];

export const LEAF_KINDS = ['LOT', 'NOMINEE', 'RECOMMENDER'];

export const DECISIONS = ['UPHELD', 'OVERTURNED', 'VOIDED'];

export const DISPUTE_KINDS = ['EVALUATION', 'LISTING', 'MODEL'];

export const GROUNDS = ['NONE', 'COUNTERFEIT', 'AGAINST_REGULATION', 'FALSE_DOCUMENT', 'FOREIGN_GTIN'];

export const COURT_STAGES = ['WAITING', 'ARMED', 'DRAWN', 'COMMITTED', 'REVEALED', 'VOID'];

export const DECISION_CLASSES = ['CONSTITUTIONAL', 'PARAMETER', 'EMERGENCY'];

export const VOTE_SUPPORTS = ['AGAINST', 'FOR', 'ABSTAIN'];

export const MEMBERSHIP_KINDS = ['PRODUCER', 'EXPERT', 'EXPERIENCER', 'RECOMMENDER', 'PLATFORM', 'VALIDATOR'];
