/** A text that every reader gets in his own language. */
export interface Localized {
  readonly 'zh-Hans': string;
  readonly en: string;
}

/** On which side of the claim a measured value is bad. */
export type Direction = 'twoSided' | 'atLeast' | 'atMost';

/** Who set a limit: the cited standard, or physics and common sense because the standard is one-sided. */
export type LimitSource = 'standard' | 'plausible';

export interface Unit {
  /** UCUM, case sensitive, e.g. `mg/kg`. */
  readonly ucum: string;
  /** UN/ECE Recommendation 20 common code, where there is one. */
  readonly rec20?: string;
}

export interface Standard {
  /** Name of the standard inside this document, e.g. `S1`. */
  readonly key: string;
  /** Number with year, e.g. `GB/T 1354-2018`. */
  readonly id: string;
  readonly title: Localized;
  readonly issuer: string;
  /** ISO 8601, as exact as known: year, month or day. */
  readonly issueDate: string;
  readonly url?: string;
}

/** Where in a standard: a number such as `5.3`, the same in every language, or words such as “the whole standard” in each. */
export type Clause = string | Localized;

/** Where a limit stands. */
export interface Requirement {
  readonly standard: string;
  readonly clause: Clause;
  readonly grade?: Localized;
}

/** How a value is measured. */
export interface Method {
  readonly standard: string;
  readonly clause: Clause;
  readonly name: Localized;
  readonly conditions: Localized;
  /** Determinations whose mean is the reported value. */
  readonly replicates: number;
}

export interface ModelParameter {
  /** 1–12 characters A–Z, 0–9, `_`; the same property keeps its code in later revisions. */
  readonly code: string;
  readonly name: Localized;
  /** `grade` is an ordinal scale such as colour fastness 1–5. */
  readonly kind: 'quantity' | 'grade';
  readonly unit: Unit;
  /** Digits after the point that count; on chain every value is an integer in units of 10^−decimals. */
  readonly decimals: number;
  /** Needed when a limit comes from a standard. */
  readonly requirement?: Requirement;
  readonly method: Method;
  readonly instruments: readonly Localized[];
  readonly direction: Direction;
  /** Decimal strings. */
  readonly limits: { readonly min: string; readonly max: string };
  readonly limitSource: { readonly min: LimitSource; readonly max: LimitSource };
  /** Decimal string: the deviation from the claim that costs 40 of 100 points. */
  readonly tolerance: string;
  readonly weightBps: number;
  readonly critical: boolean;
  readonly sealed: boolean;
}

/** The document behind a revision of a quality model. Numbers in it are integers, quantities are decimal strings. */
export interface QualityModelDocument {
  readonly modelId: string;
  /** Semantic version. */
  readonly version: string;
  /** CID of the document of the revision before. */
  readonly supersedes: string | null;
  readonly name: Localized;
  readonly summary: Localized;
  readonly category: { readonly schemeID: string; readonly code: string };
  /** CAIP-10 accounts. */
  readonly authors: readonly string[];
  readonly standards: readonly Standard[];
  readonly parameters: readonly ModelParameter[];
}
