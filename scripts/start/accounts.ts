import type { Address } from 'viem';
import { getAddress } from 'viem';
import type { Localized } from '../../protocol/documents/quality-model/types.ts';
import { ACCOUNT_COUNT, accountIndex } from '../local/accounts.ts';
import type { Person } from '../seed/people.ts';
import type { World } from '../seed/world.ts';

export interface LocalAccount {
  readonly role: keyof typeof ROLES;
  readonly name: Localized;
  readonly address: Address;
  /** Under the test mnemonic, path m/44'/60'/0'/0/index. */
  readonly index: number;
  /** Registered number of an experiencer or recommender. */
  readonly id?: number;
  /** Number as a candidate for validator. */
  readonly candidateId?: number;
  /** What he can do at once in the seeded world that others cannot. */
  readonly hint?: Localized;
}

export const ROLES = {
  platform: { 'zh-Hans': '电商平台', en: 'platform' },
  expert: { 'zh-Hans': '商品专家', en: 'expert' },
  producer: { 'zh-Hans': '生产者', en: 'producer' },
  experiencer: { 'zh-Hans': '体验消费者', en: 'experiencer' },
  recommender: { 'zh-Hans': '商品推荐者', en: 'recommender' },
  consumer: { 'zh-Hans': '消费者', en: 'consumer' },
  keeper: { 'zh-Hans': '代发交易者', en: 'keeper' },
  governance: { 'zh-Hans': '治理与创始方', en: 'governance and founders' },
  visitor: { 'zh-Hans': '访客', en: 'visitor' },
} as const satisfies Record<string, Localized>;

const VALIDATOR: Localized = { 'zh-Hans': '参选验证人', en: 'runs for validator' };
const JUROR: Localized = { 'zh-Hans': '陪审员，现在可投票', en: 'juror, can vote now' };

/** Everybody who has an account, the visitor included: his is the last one and plays no role yet. */
export function listAccounts({ commune, people, candidates, jury }: World): LocalAccount[] {
  const of = (role: LocalAccount['role'], persons: readonly (Person & { id?: number })[]): LocalAccount[] =>
    persons.map(({ name, address, index, id }) => {
      const candidateId = candidates.get(index);
      return {
        role,
        name,
        address,
        index,
        ...(id !== undefined && { id }),
        ...(candidateId !== undefined && { candidateId, hint: jury.includes(candidateId) ? JUROR : VALIDATOR }),
      };
    });
  const nameless = (role: LocalAccount['role'], index: number, name: Localized): LocalAccount => ({
    role,
    name,
    address: getAddress(commune.actor(index).account.address),
    index,
  });
  return [
    nameless('visitor', ACCOUNT_COUNT - 1, { 'zh-Hans': '您', en: 'You' }),
    ...of('platform', [people.platform, people.cornerMarket]),
    ...of('expert', people.experts),
    ...of('producer', people.producers),
    ...of('experiencer', [...people.experiencers, ...people.jurors]),
    ...of('recommender', people.recommenders),
    ...of('consumer', people.consumers),
    nameless('keeper', accountIndex.keeper, { 'zh-Hans': '守望者', en: 'Keeper' }),
    nameless('governance', accountIndex.guardian, { 'zh-Hans': '创世监护人', en: 'Genesis guardian' }),
    nameless('governance', accountIndex.founders, { 'zh-Hans': '创始人（持 CTT）', en: 'Founders (hold CTT)' }),
  ];
}
