import { expect } from 'chai';
import type { DemoAccount } from '../../../web/app/config.ts';
import { groupAccounts } from '../../../web/shared/wallet/group-accounts.ts';

const account = (index: number, role: DemoAccount['role'], en: string, zh: string, id?: number): DemoAccount => ({
  role,
  name: { en, 'zh-Hans': zh },
  address: `0x${index.toString(16).padStart(40, '0')}`,
  index,
  ...(id !== undefined && { id }),
});
const ROLE_NAMES: Partial<Record<DemoAccount['role'], string>> = { producer: '生产者', visitor: 'Visitor' };

describe('groupAccounts', () => {
  const accounts = [
    account(1, 'producer', 'Beiling', '北岭'),
    account(2, 'experiencer', 'Zhou', '周测坊', 7),
    account(3, 'visitor', 'You', '您'),
  ];
  const find = (query: string) =>
    groupAccounts(accounts, query, (role) => ROLE_NAMES[role] ?? role).map(({ role }) => role);

  it('puts the visitor first', () => expect(find('')).to.deep.equal(['visitor', 'producer', 'experiencer']));
  it('finds names in both languages', () => {
    expect(find('beil')).to.deep.equal(['producer']);
    expect(find('周')).to.deep.equal(['experiencer']);
  });
  it('finds roles in the language of the reader, and numbers', () => {
    expect(find('生产者')).to.deep.equal(['producer']);
    expect(find('#7')).to.deep.equal(['experiencer']);
  });
  it('finds nobody', () => expect(find('nobody at all')).to.deep.equal([]));
});
