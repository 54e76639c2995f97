import type {
  ModelParameter,
  QualityModelDocument,
  Standard,
} from '../../../protocol/documents/quality-model/types.ts';

const NOTHING = { 'zh-Hans': '', en: '' } as const;

export function blankStandard(key: string): Standard {
  return { key, id: '', title: NOTHING, issuer: '', issueDate: '' };
}

export function blankParameter(standard: string): ModelParameter {
  return {
    code: '',
    name: NOTHING,
    kind: 'quantity',
    unit: { ucum: '%', rec20: 'P1' },
    decimals: 1,
    method: { standard, clause: '', name: NOTHING, conditions: NOTHING, replicates: 2 },
    instruments: [NOTHING],
    direction: 'atMost',
    limits: { min: '', max: '' },
    limitSource: { min: 'plausible', max: 'plausible' },
    tolerance: '',
    weightBps: 0,
    critical: false,
    sealed: false,
  };
}

/** A model with one standard and one parameter to fill in. @param author CAIP-10 account; empty: not known yet */
export function blankModel(author: string): QualityModelDocument {
  return {
    modelId: '',
    version: '1.0.0',
    supersedes: null,
    name: NOTHING,
    summary: NOTHING,
    category: { schemeID: 'HS2022', code: '' },
    authors: author === '' ? [] : [author],
    standards: [blankStandard('S1')],
    parameters: [{ ...blankParameter('S1'), weightBps: 10_000, sealed: true }],
  };
}
