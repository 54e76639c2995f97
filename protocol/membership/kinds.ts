/** Roles that there are memberships for; order of the Solidity enum. */
export const MEMBERSHIP_KINDS = ['producer', 'expert', 'experiencer', 'recommender', 'platform', 'validator'] as const;

export type MembershipKind = (typeof MEMBERSHIP_KINDS)[number];
