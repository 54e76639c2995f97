import type { Localized } from './types.ts';

/** What is wrong with a quality model document and what to do about it; `{name}` is filled in. */
const MESSAGES = {
  NOT_AN_OBJECT: {
    'zh-Hans': '此处应为 JSON 对象。请按质量模型的格式补全。',
    en: 'This must be a JSON object. Fill it in as the quality model format says.',
  },
  NOT_A_LIST: {
    'zh-Hans': '此处应为列表。请用方括号列出各项。',
    en: 'This must be a list. Put the items in brackets.',
  },
  NOT_AN_INTEGER: {
    'zh-Hans': '数值 {given} 不是整数，无法在各处得到相同的字节。请改写为十进制字符串。',
    en: '{given} is not an integer and would not give the same bytes everywhere. Write it as a decimal string.',
  },
  TEXT_MISSING: {
    'zh-Hans': '缺少文字。请填写此项。',
    en: 'A text is missing. Fill it in.',
  },
  TRANSLATION_MISSING: {
    'zh-Hans': '缺少一种语言的文字（{language}）。请把中文和英文都填上。',
    en: 'The text is missing in one language ({language}). Fill in both Chinese and English.',
  },
  VERSION_INVALID: {
    'zh-Hans': '版本号应形如 1.2.0。请使用语义化版本号。',
    en: 'The version must look like 1.2.0. Use a semantic version.',
  },
  SUPERSEDES_INVALID: {
    'zh-Hans': '应为上一修订文档的 CID（bafkrei…），首个修订填 null。',
    en: 'Give the CID of the document before (bafkrei…), or null for the first revision.',
  },
  AUTHOR_INVALID: {
    'zh-Hans': '作者应为 CAIP-10 账户，例如 eip155:1:0x…。请改写。',
    en: 'An author is a CAIP-10 account such as eip155:1:0x…. Write it so.',
  },
  STANDARD_COUNT: {
    'zh-Hans': '没有引用任何标准。请至少列出一个产品标准或方法标准。',
    en: 'No standard is cited. List at least one product or method standard.',
  },
  STANDARD_DUPLICATE: {
    'zh-Hans': '标准键 {given} 重复。请为每个标准取不同的键。',
    en: 'The standard key {given} is used twice. Give every standard its own key.',
  },
  STANDARD_UNKNOWN: {
    'zh-Hans': '引用的标准 {given} 不在标准列表中。请先把它加入列表，或更正键名。',
    en: 'The standard {given} is not in the list of standards. Add it there or correct the key.',
  },
  DATE_INVALID: {
    'zh-Hans': '日期应形如 2018、2018-10 或 2018-10-10。请改写。',
    en: 'A date looks like 2018, 2018-10 or 2018-10-10. Write it so.',
  },
  URL_INVALID: {
    'zh-Hans': '网址应以 https:// 开头。请更正或删除此项。',
    en: 'A link starts with https://. Correct or remove it.',
  },
  PARAMETER_COUNT: {
    'zh-Hans': '现有 {given} 个参数，应为 1 至 8 个。请增加或合并参数。',
    en: 'There are {given} parameters; 1 to 8 are allowed. Add or merge parameters.',
  },
  CODE_INVALID: {
    'zh-Hans': '参数代码应为 1–12 个字符，仅限 A–Z、0–9 和下划线。请改写。',
    en: 'A parameter code has 1–12 characters out of A–Z, 0–9 and underscore. Rename it.',
  },
  CODE_DUPLICATE: {
    'zh-Hans': '参数代码 {given} 重复。请为每个参数取不同的代码。',
    en: 'The parameter code {given} is used twice. Give every parameter its own code.',
  },
  KIND_INVALID: {
    'zh-Hans': '类型应为 quantity（量值）或 grade（级别）。请选择其一。',
    en: 'The kind is quantity or grade. Choose one.',
  },
  UNIT_INVALID: {
    'zh-Hans': '缺少 UCUM 单位，或其中有空格。请填写，例如 %、mg/kg，无量纲填 1。',
    en: 'The UCUM unit is missing or has blanks. Give one, e.g. %, mg/kg, or 1 for a number without unit.',
  },
  REC20_INVALID: {
    'zh-Hans': '应为 UN/ECE 第 20 号建议书的 2–3 位代码，例如 P1。请更正或删除此项。',
    en: 'This must be a UN/ECE Recommendation 20 code of 2–3 characters such as P1. Correct or remove it.',
  },
  DECIMALS_INVALID: {
    'zh-Hans': '小数位数应为 0 至 9 的整数。请更正。',
    en: 'The number of decimals is an integer from 0 to 9. Correct it.',
  },
  DIRECTION_INVALID: {
    'zh-Hans': '方向应为 twoSided（双侧）、atLeast（不低于）或 atMost（不高于）。请选择其一。',
    en: 'The direction is twoSided, atLeast or atMost. Choose one.',
  },
  DECIMAL_INVALID: {
    'zh-Hans': '应为十进制字符串，例如 "14.5"。单侧标准也须给出另一侧的合理界限。',
    en: 'This must be a decimal string such as "14.5". A one-sided standard needs a plausible bound on the other side.',
  },
  DECIMAL_TOO_PRECISE: {
    'zh-Hans': '{given} 的小数位数超过 {decimals} 位。请舍入，或提高小数位数。',
    en: '{given} has more than {decimals} decimals. Round it or raise the number of decimals.',
  },
  LIMIT_TOO_LARGE: {
    'zh-Hans': '{given} 按 {decimals} 位小数换算后超出 32 位整数。请减少小数位数或更换单位。',
    en: '{given} with {decimals} decimals does not fit 32 bits. Use fewer decimals or a larger unit.',
  },
  LIMITS_EMPTY: {
    'zh-Hans': '下限 {min} 不小于上限 {max}。请更正限值。',
    en: 'The lower limit {min} is not below the upper limit {max}. Correct the limits.',
  },
  LIMIT_SOURCE_INVALID: {
    'zh-Hans': '请注明限值来自标准（standard）还是合理界限（plausible）。',
    en: 'Say whether the limit comes from the standard or is a plausible bound.',
  },
  REQUIREMENT_MISSING: {
    'zh-Hans': '限值来自标准，但未注明标准与条款。请填写 requirement。',
    en: 'A limit comes from a standard, but standard and clause are not given. Fill in requirement.',
  },
  TOLERANCE_TOO_SMALL: {
    'zh-Hans': '容差 {given} 必须大于 0。请按方法的再现性填写。',
    en: 'The tolerance {given} must be above 0. Take it from the reproducibility of the method.',
  },
  TOLERANCE_TOO_LARGE: {
    'zh-Hans': '容差 {given} 按 {decimals} 位小数换算后超出 32 位整数。请减小。',
    en: 'The tolerance {given} with {decimals} decimals does not fit 32 bits. Make it smaller.',
  },
  REPLICATES_INVALID: {
    'zh-Hans': '平行测定次数应为 1 至 100 的整数。请更正。',
    en: 'The number of replicates is an integer from 1 to 100. Correct it.',
  },
  INSTRUMENTS_MISSING: {
    'zh-Hans': '没有列出仪器。请写明测量需要什么仪器。',
    en: 'No instrument is listed. Say what one needs to measure this.',
  },
  WEIGHT_INVALID: {
    'zh-Hans': '权重应为 1 至 10000 的整数（万分之一）。请更正。',
    en: 'The weight is an integer from 1 to 10,000 (parts per 10,000). Correct it.',
  },
  WEIGHT_SUM: {
    'zh-Hans': '权重之和为 {given}，应为 10000。请调整各参数权重。',
    en: 'The weights sum to {given}, they must sum to 10,000. Adjust them.',
  },
  FLAG_INVALID: {
    'zh-Hans': '此项应为 true 或 false。请选择其一。',
    en: 'This must be true or false. Choose one.',
  },
  NONE_SEALED: {
    'zh-Hans': '没有密封参数，抄写声明值就等于测量。请至少密封一个参数。',
    en: 'No parameter is sealed, so copying the claims would pass as measuring. Seal at least one.',
  },
} as const satisfies Record<string, Localized>;

export type ProblemCode = keyof typeof MESSAGES;

export interface Problem {
  /** JSON pointer (RFC 6901) to the part that is wrong. */
  readonly path: string;
  readonly code: ProblemCode;
  readonly message: Localized;
}

/** Takes a problem down; `values` fill the message's blanks. */
export type Report = (path: string, code: ProblemCode, values?: Readonly<Record<string, string | number>>) => void;

export function problem(
  path: string,
  code: ProblemCode,
  values: Readonly<Record<string, string | number>> = {},
): Problem {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  const { 'zh-Hans': chinese, en } = MESSAGES[code];
  return { path, code, message: { 'zh-Hans': fill(chinese), en: fill(en) } };
}
