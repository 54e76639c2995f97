import { parseUnits } from 'viem';
import type { Localized } from '../../../protocol/documents/quality-model/types.ts';
import { callTo, type GovernedCall } from '../../local/govern.ts';
import type { Support } from '../../local/proposals.ts';
import { personOf } from '../people.ts';
import type { World } from '../world.ts';
import { presentEpoch } from './lots.ts';
import { membershipKinds } from './memberships.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

export interface SeedVote {
  /** Key of an experiencer, jurors included. */
  readonly voter: string;
  readonly support: Support;
  readonly reason?: Localized;
}

/** What somebody proposes to the commune, and what others say to it. */
export interface SeedProposal {
  readonly key: string;
  /** Key of an experiencer, jurors included. */
  readonly proposer: string;
  readonly epoch: number;
  /** Not earlier in the epoch, in seconds. */
  readonly at: number;
  /** In which the votes are cast, as soon as they count. */
  readonly votedIn: number;
  /** In which it is queued and executed; nothing where it fails, or waits for somebody who does it. */
  readonly carriedOutIn?: number;
  readonly title: Localized;
  readonly text: Localized;
  calls(world: World): readonly GovernedCall[];
  readonly votes: readonly SeedVote[];
}

/** The commune’s decisions, in the order in which they are proposed. */
export const proposals: readonly SeedProposal[] = [
  {
    key: 'platformFee',
    proposer: 'standardsYang',
    ...{ epoch: 2, at: 0, votedIn: 2, carriedOutIn: 3 },
    title: { 'zh-Hans': '平台会员年费定为 120', en: 'Platforms pay 120 a year for membership' },
    text: {
      'zh-Hans':
        '会员年费至今是 0。平台从每一单里得到收入，公社的公共开支却全靠国库。建议平台会员每年缴 120，其余角色仍然免费；提价两周后生效，已缴的年份不受影响。',
      en: 'Membership has cost nothing so far. Platforms earn with every order, while the treasury alone pays for what everybody uses. Let platforms pay 120 a year and everybody else nothing. A raise counts after two weeks; years that are paid stay paid.',
    },
    calls: ({ commune }) => [
      callTo(commune.contracts.memberships, 'setPrice', [membershipKinds.platform, 120_000_000n]),
    ],
    votes: [
      { voter: 'standardsYang', support: 'for' },
      {
        voter: 'judgeZhong',
        support: 'for',
        reason: { 'zh-Hans': '有收入的先出钱，公平', en: 'Those who earn pay first: that is fair' },
      },
      { voter: 'consumersVoice', support: 'for' },
      {
        voter: 'openData',
        support: 'for',
        reason: { 'zh-Hans': '不影响任何人的权利', en: 'Nobody loses a right by it' },
      },
      {
        voter: 'fourSeasons',
        support: 'against',
        reason: { 'zh-Hans': '先等第二家平台来了再说', en: 'Wait until there is a second platform' },
      },
      { voter: 'accountantXu', support: 'abstain' },
    ],
  },
  {
    key: 'promotion',
    proposer: 'fourSeasons',
    ...{ epoch: 3, at: 0, votedIn: 3 },
    title: { 'zh-Hans': '拨 200 万 CTT 做推广', en: '2,000,000 CTT for promotion' },
    text: {
      'zh-Hans': '公社需要更多人知道。建议从国库一次拨付 200 万 CTT，交给一家愿意立即开工的推广工作室，由它自行安排。',
      en: 'More people should know the commune. Let the treasury pay 2,000,000 CTT at once to a promotion studio that is ready to begin, to be spent as it sees fit.',
    },
    calls: ({ commune, people }) => [
      callTo(commune.contracts.token, 'transfer', [
        personOf(people.colluders, 'praise1').address,
        parseUnits('2000000', 18),
      ]),
    ],
    // More are for it than against it, and fewer than half of all power vote: not enough for the treasury.
    votes: [
      {
        voter: 'fourSeasons',
        support: 'for',
        reason: { 'zh-Hans': '酒香也怕巷子深', en: 'Good wine needs a bush, too' },
      },
      { voter: 'farmersUnion', support: 'for' },
      { voter: 'openData', support: 'for' },
      {
        voter: 'accountantXu',
        support: 'against',
        reason: {
          'zh-Hans': '没有预算，没有交付物，也没说收款人是谁',
          en: 'No budget, no deliverables, and not a word on who gets it',
        },
      },
      { voter: 'customsNing', support: 'against' },
    ],
  },
  {
    key: 'experiencerFee',
    proposer: 'motherHe',
    ...{ epoch: 6, at: 0, votedIn: 6 },
    title: { 'zh-Hans': '体验消费者会员年费定为 5', en: 'Experiencers pay 5 a year for membership' },
    text: {
      'zh-Hans': '很小的一笔，让我们对会员这件事多一点认真。会员与否不影响任何权利。',
      en: 'A small sum, so that we take membership a little more seriously. Nobody’s rights depend on it.',
    },
    calls: ({ commune }) => [
      callTo(commune.contracts.memberships, 'setPrice', [membershipKinds.experiencer, 5_000_000n]),
    ],
    // Nobody is against it, and hardly anybody votes.
    votes: [
      { voter: 'motherHe', support: 'for' },
      { voter: 'nurseTang', support: 'for' },
    ],
  },
  {
    key: 'referenceSamples',
    proposer: 'hexagonLab',
    // Its vote ends in the first day of the present epoch.
    ...{ epoch: presentEpoch - 2, at: 6 * DAY + 18 * HOUR, votedIn: presentEpoch - 1 },
    title: {
      'zh-Hans': '拨 6 万 CTT 建参考样品库',
      en: '60,000 CTT for a library of reference samples',
    },
    text: {
      'zh-Hans':
        '同一瓶油在不同人手里读数不同，多半是仪器没有校准。我们愿意保存并寄送已定值的参考样品：大米、蜂蜜、橄榄油、移动电源各一套，任何体验消费者凭登记号免费借用。六万 CTT 用于第一年的样品、寄送与复核，账目每季公开。',
      en: 'When two people read different values from the same bottle, an instrument is usually not calibrated. We offer to keep and send reference samples with known values: one set each of rice, honey, olive oil and power banks, lent for free to every registered experiencer. The 60,000 CTT pay samples, shipping and checks of the first year; accounts are published every quarter.',
    },
    calls: ({ commune, people }) => [
      callTo(commune.contracts.token, 'transfer', [
        personOf(people.experiencers, 'hexagonLab').address,
        parseUnits('60000', 18),
      ]),
    ],
    votes: [
      { voter: 'hexagonLab', support: 'for' },
      {
        voter: 'campusLab',
        support: 'for',
        reason: {
          'zh-Hans': '我们的折光仪就是靠借来的样品发现偏差的',
          en: 'A borrowed sample is how we found that our refractometer was off',
        },
      },
      { voter: 'greenBasket', support: 'for' },
      { voter: 'gaoReview', support: 'for' },
      { voter: 'zhouLab', support: 'for' },
      {
        voter: 'judgeZhong',
        support: 'for',
        reason: { 'zh-Hans': '少一些争议，法庭也轻松', en: 'Fewer disputes: the court will be glad' },
      },
      { voter: 'standardsYang', support: 'for' },
      { voter: 'consumersVoice', support: 'for' },
      {
        voter: 'accountantXu',
        support: 'against',
        reason: { 'zh-Hans': '支持这件事，但应分季拨付', en: 'I like the idea, but it should be paid by the quarter' },
      },
      { voter: 'oldTownStall', support: 'against' },
    ],
  },
  {
    key: 'unsealCharge',
    proposer: 'farmersUnion',
    // Its vote begins within the first two hours of the present epoch.
    ...{ epoch: presentEpoch - 1, at: 6 * DAY + HOUR, votedIn: presentEpoch },
    title: {
      'zh-Hans': '未揭封扣款从 25% 降到 20%',
      en: 'Charge for an unopened seal: 20 % instead of 25 %',
    },
    text: {
      'zh-Hans':
        '每上架一个批次，生产者都要为可能忘记揭封预留四分之一的保证金。对一年只卖两三批的小农户，这笔钱压得太重。建议降到五分之一；忘记揭封仍然要罚，只是少占一点本钱。',
      en: 'For every lot a producer has to keep a quarter of the required bond, in case the seal is never opened. For smallholders who sell two or three lots a year that is much money lying idle. Let it be a fifth: a seal that stays closed still costs, but ties up less.',
    },
    calls: ({ commune }) => [callTo(commune.contracts.commodities, 'setUnsealCharge', [2_000])],
    // Undecided, so that a visitor’s vote counts.
    votes: [
      {
        voter: 'farmersUnion',
        support: 'for',
        reason: { 'zh-Hans': '小农户最清楚押金的分量', en: 'Smallholders know what a deposit weighs' },
      },
      { voter: 'motherHe', support: 'for' },
      { voter: 'teaWalker', support: 'for' },
      {
        voter: 'consumersVoice',
        support: 'against',
        reason: {
          'zh-Hans': '不揭封的批次害的是测过它的人，罚轻了',
          en: 'Who leaves a seal closed robs those who have measured: the charge would be too small',
        },
      },
      { voter: 'dataDan', support: 'against' },
      { voter: 'standardsYang', support: 'abstain' },
    ],
  },
];
