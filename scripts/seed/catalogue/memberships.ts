/** The contract's enum. */
export const membershipKinds = {
  producer: 0,
  expert: 1,
  experiencer: 2,
  recommender: 3,
  platform: 4,
  validator: 5,
} as const;

export interface SeedMembership {
  /** Key of whoever joins. */
  readonly member: string;
  readonly kind: keyof typeof membershipKinds;
  readonly years: number;
}

/** By the epoch in which people join. From epoch 5 on platforms pay. */
export const memberships: Readonly<Record<number, readonly SeedMembership[]>> = {
  1: [
    { member: 'heshi', kind: 'platform', years: 1 },
    { member: 'beiling', kind: 'producer', years: 1 },
    { member: 'baihua', kind: 'producer', years: 3 },
    { member: 'grain', kind: 'expert', years: 1 },
    { member: 'textile', kind: 'expert', years: 2 },
    { member: 'judgeZhong', kind: 'experiencer', years: 1 },
  ],
  4: [
    { member: 'zhouLab', kind: 'experiencer', years: 1 },
    { member: 'campusLab', kind: 'experiencer', years: 1 },
    { member: 'orchardRadio', kind: 'recommender', years: 1 },
    { member: 'judgeZhong', kind: 'validator', years: 3 },
  ],
  8: [
    { member: 'corner', kind: 'platform', years: 1 },
    { member: 'hexagonLab', kind: 'experiencer', years: 2 },
  ],
};
