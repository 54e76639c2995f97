import type { AccountDetails } from './account-queries.ts';

export type Role = 'expert' | 'producer' | 'experiencer' | 'recommender' | 'platform' | 'validator' | 'voter' | 'juror';

export interface RoleLink {
  readonly role: Role;
  /** Of models, commodities, juries; or the number under which it is known. */
  readonly count: number;
  /** The page about it. */
  readonly to: string;
}

/** What an account is in the commune, with the page about it. */
export function rolesOf(account: AccountDetails | null): RoleLink[] {
  if (!account) return [];
  const { models, commodities, experiencer, recommender, platforms, candidate, voter } = account;
  const juries = candidate?.juryDutyCount ?? 0;
  const roles: (RoleLink | false | null)[] = [
    models.length > 0 && { role: 'expert', count: models.length, to: '/models' },
    commodities.length > 0 && { role: 'producer', count: commodities.length, to: '/produce' },
    experiencer && { role: 'experiencer', count: experiencer.number, to: `/experiencers/${experiencer.number}` },
    recommender && { role: 'recommender', count: recommender.number, to: '/recommend' },
    ...platforms.map(({ number }): RoleLink => ({ role: 'platform', count: number, to: `/platforms/${number}` })),
    candidate && { role: 'validator', count: candidate.number, to: `/validators/${candidate.number}` },
    voter && { role: 'voter', count: voter.number, to: '/validators' },
    juries > 0 && { role: 'juror', count: juries, to: '/court' },
  ];
  return roles.filter((role): role is RoleLink => Boolean(role));
}
