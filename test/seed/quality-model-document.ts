import type { ModelParameter, QualityModelDocument } from '../../protocol/documents/quality-model/types.ts';

/** Every part of it can be written to. */
export type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

const text = (en: string) => ({ 'zh-Hans': `${en}(中)`, en });

/** A small document without problems, for tests to break. */
export function qualityModelDocument(): Mutable<QualityModelDocument> {
  const parameter = (): Omit<Mutable<ModelParameter>, 'code' | 'weightBps' | 'sealed'> => ({
    name: text('Moisture'),
    kind: 'quantity',
    unit: { ucum: '%', rec20: 'P1' },
    decimals: 1,
    requirement: { standard: 'S1', clause: '4.2', grade: text('first') },
    method: { standard: 'S1', clause: '5.3', name: text('Drying'), conditions: text('105 °C'), replicates: 2 },
    instruments: [text('Oven')],
    direction: 'atMost',
    limits: { min: '0', max: '14.5' },
    limitSource: { min: 'plausible', max: 'standard' },
    tolerance: '0.5',
    critical: true,
  });
  return {
    modelId: 'test',
    version: '1.0.0',
    supersedes: null,
    name: text('Model'),
    summary: text('Summary'),
    category: { schemeID: 'HS2022', code: '1006.30' },
    authors: ['eip155:1:0x00000000000000000000000000000000000000aa'],
    standards: [{ key: 'S1', id: 'GB 1', title: text('Standard'), issuer: 'SAC', issueDate: '2018-10-10' }],
    parameters: [
      { ...parameter(), code: 'MOISTURE', weightBps: 6_000, sealed: false },
      { ...parameter(), code: 'ASH_2', weightBps: 4_000, sealed: true },
    ],
  };
}
