import type { Localized } from '../../protocol/documents/quality-model/types.ts';

/** A choice of an arbitrator; the number is text because some depend on how many challenges there are. */
interface RulingOption {
  readonly choice: string;
  readonly title: Localized;
  readonly description: Localized;
}

/** What explains a kind of case to jurors: ERC-1497's fields, in two languages. */
export interface MetaEvidence {
  readonly category: Localized;
  readonly title: Localized;
  readonly description: Localized;
  readonly question: Localized;
  readonly rulingOptions: {
    readonly type: 'single-select';
    readonly choices: readonly string[];
    readonly titles: readonly Localized[];
    readonly descriptions: readonly Localized[];
    /** Choices that are always there. */
    readonly reserved: Readonly<Record<'0', Localized>>;
  };
}

const CATEGORY: Localized = { 'zh-Hans': '可信商业数字公社的争议', en: 'Disputes of the Trusted Commerce Commune' };
const EVIDENCE: Localized = {
  'zh-Hans': '证据由当事人和其他人提交，文件以摘要为名公开保存。',
  en: 'Evidence is handed in by the parties and by anybody else; the documents are public under their digests.',
};

function options(given: readonly RulingOption[], refusal: Localized): MetaEvidence['rulingOptions'] {
  return {
    type: 'single-select',
    choices: given.map(({ choice }) => choice),
    titles: given.map(({ title }) => title),
    descriptions: given.map(({ description }) => description),
    reserved: { 0: refusal },
  };
}

function joined(...parts: readonly Localized[]): Localized {
  return {
    'zh-Hans': parts.map((part) => part['zh-Hans']).join(''),
    en: parts.map((part) => part.en).join(' '),
  };
}

const evaluation: MetaEvidence = {
  category: CATEGORY,
  title: { 'zh-Hans': '对一轮评测结果的挑战', en: 'Challenge of the result of a round' },
  description: joined(
    {
      'zh-Hans':
        '一个批次的体验者各自报告了实测值，共识值是按权重计算的中位数。挑战者主张共识值是错的，并各自给出一组数值。编号从 2 起依次对应各项挑战，最后一个选项始终是“都不对”。',
      en: 'Experiencers of a lot have reported what they measured; the consensus is the weighted median. Challengers assert that it is wrong, and each gives a vector of values. From 2 on the choices are the challenges in their order, and the last choice always is “none of them”.',
    },
    EVIDENCE,
  ),
  question: {
    'zh-Hans': '按质量模型的方法测量，哪一组数值最符合这个批次的真实情况？',
    en: 'Measured by the method of the quality model, which vector of values says what is true of this lot?',
  },
  rulingOptions: options(
    [
      {
        choice: '1',
        title: { 'zh-Hans': '共识值成立', en: 'The consensus stands' },
        description: {
          'zh-Hans': '共识值在容差之内符合事实。挑战者失去保证金。',
          en: 'It is true within the tolerances. The challengers lose their bonds.',
        },
      },
      {
        choice: '2 + i',
        title: { 'zh-Hans': '第 i 项挑战正确（i 从 0 起）', en: 'Challenge i is right (i from 0 on)' },
        description: {
          'zh-Hans':
            '以这组数值取代共识值。任何一项偏离超过一个容差的报告都失去全部保证金；关键参数的声称值也偏离到坏的一侧，则批次停售，商品保证金被扣；其他挑战者失去保证金。',
          en: 'Its values take the place of the consensus. Reports more than one tolerance off in any parameter lose their whole bond; so does the commodity if the claim of a critical parameter is, to the bad side, and the lot is suspended. The other challengers lose their bonds.',
        },
      },
      {
        choice: '1 + n + 1',
        title: { 'zh-Hans': '都不对', en: 'None of them' },
        description: {
          'zh-Hans':
            '最后一个选项（n 为挑战的项数）：共识值是错的，而且没有一项挑战是对的。本轮作废，所有挑战者都失去保证金；报告人的保证金退回。',
          en: 'The last choice (n is the number of challenges): the consensus is wrong, and no challenge is right. The round is voided, and all challengers lose their bonds; those of the reports go back.',
        },
      },
    ],
    {
      'zh-Hans': '无法裁定：证据不足以判断共识值是否错误。本轮作废，所有保证金退回。平票与无人投票也算作此项。',
      en: 'No finding: the evidence does not tell whether the consensus is wrong. The round is voided, and all bonds go back. A tie and silence count as this.',
    },
  ),
};

/** Of cases in which something stays or goes. */
const NO_FINDING: Localized = {
  'zh-Hans': '无法裁定：证据不足。一切照旧，保证金退回。平票与无人投票也算作此项。',
  en: 'No finding: the evidence does not suffice. Everything stays, and the bond goes back. A tie and silence count as this.',
};

const GROUNDS: Localized = {
  'zh-Hans': '理由有四种：假冒、违反法规、文件虚假、冒用他人的 GTIN；案件写明是哪一种。',
  en: 'The ground is one of four and named in the case: counterfeit, against regulation, a false document, a foreign GTIN.',
};

const listing: MetaEvidence = {
  category: CATEGORY,
  title: { 'zh-Hans': '关于一个批次是否应当停售', en: 'Whether a lot should be suspended' },
  description: joined(
    { 'zh-Hans': '有人主张这个批次不应当出售。', en: 'Somebody asserts that a lot should not be sold.' },
    GROUNDS,
    EVIDENCE,
  ),
  question: {
    'zh-Hans': '所主张的停售理由是否属实？',
    en: 'Is the ground that was given for suspending the lot true?',
  },
  rulingOptions: options(
    [
      {
        choice: '1',
        title: { 'zh-Hans': '保留', en: 'Keep it' },
        description: {
          'zh-Hans': '理由不属实。批次继续出售，提起人失去保证金。',
          en: 'The ground is not true. The lot stays, and whoever opened the case loses the bond.',
        },
      },
      {
        choice: '2',
        title: { 'zh-Hans': '停售', en: 'Suspend it' },
        description: {
          'zh-Hans':
            '理由属实。批次停售，商品的全部保证金被扣，一半（以提起人保证金的二十倍为限）归提起人，其余归审计基金。',
          en: 'The ground is true. The lot is suspended and the whole bond of its commodity taken: half of it (at most twenty times his bond) goes to whoever opened the case, the rest to the audit fund.',
        },
      },
    ],
    NO_FINDING,
  ),
};

const model: MetaEvidence = {
  category: CATEGORY,
  title: { 'zh-Hans': '关于一个质量模型是否应当停用', en: 'Whether a quality model should be retired' },
  description: joined(
    { 'zh-Hans': '有人主张这个质量模型具有欺诈性。', en: 'Somebody asserts that a quality model is fraudulent.' },
    GROUNDS,
    EVIDENCE,
  ),
  question: {
    'zh-Hans': '所主张的停用理由是否属实？',
    en: 'Is the ground that was given for retiring the model true?',
  },
  rulingOptions: options(
    [
      {
        choice: '1',
        title: { 'zh-Hans': '保留', en: 'Keep it' },
        description: {
          'zh-Hans': '理由不属实。模型继续使用，提起人失去保证金。',
          en: 'The ground is not true. The model stays, and whoever opened the case loses the bond.',
        },
      },
      {
        choice: '2',
        title: { 'zh-Hans': '停用', en: 'Retire it' },
        description: {
          'zh-Hans':
            '理由属实。模型停用，其全部保证金被扣，一半（以提起人保证金的二十倍为限）归提起人，其余归审计基金。',
          en: 'The ground is true. The model is retired and its whole bond taken: half of it (at most twenty times his bond) goes to whoever opened the case, the rest to the audit fund.',
        },
      },
    ],
    NO_FINDING,
  ),
};

/** In the order of the contract's kinds of cases. */
export const metaEvidence: readonly MetaEvidence[] = [evaluation, listing, model];
