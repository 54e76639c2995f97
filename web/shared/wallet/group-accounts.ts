import type { DemoAccount } from '../../app/config.ts';

/** Roles in the order in which a newcomer wants them. */
export const ROLE_ORDER: readonly DemoAccount['role'][] = [
  'visitor',
  'producer',
  'expert',
  'experiencer',
  'recommender',
  'consumer',
  'platform',
  'keeper',
  'governance',
];

export interface AccountGroup {
  readonly role: DemoAccount['role'];
  readonly accounts: readonly DemoAccount[];
}

/**
 * Demo accounts by role, those that match every word of `query` in name, role, hint, number or address. Role names come in the reader's
 * language, so that he can search by them.
 */
export function groupAccounts(
  accounts: readonly DemoAccount[],
  query: string,
  roleName: (role: DemoAccount['role']) => string,
): AccountGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ name, role, address, id, hint }: DemoAccount) => {
    const hints = hint ? [hint.en, hint['zh-Hans']] : [];
    const text = [name.en, name['zh-Hans'], ...hints, role, roleName(role), address, id === undefined ? '' : `#${id}`];
    const haystack = text.join(' ').toLowerCase();
    return words.every((word) => haystack.includes(word));
  };
  return ROLE_ORDER.map((role) => ({
    role,
    accounts: accounts.filter((account) => account.role === role && matches(account)),
  })).filter((group) => group.accounts.length > 0);
}
