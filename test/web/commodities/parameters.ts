import type { ParameterView } from '../../../web/features/commodities/parameter-view.ts';

const parameter = (code: string, position: number, change: Partial<ParameterView>): ParameterView => ({
  code,
  position,
  name: { 'zh-Hans': code, en: code },
  unit: '%',
  direction: 'atMost',
  decimals: 1,
  legalMin: 0,
  legalMax: 155,
  tolerance: 5,
  weightBps: 3_000,
  critical: false,
  sealed: false,
  ...change,
});

/** Given in another order than their positions, as an index may. */
export const parameters: readonly ParameterView[] = [
  parameter('FAT', 2, { decimals: 0, legalMax: 100 }),
  parameter('MOISTURE', 0, {}),
  parameter('ASH', 1, { sealed: true, decimals: 2, legalMin: -100 }),
];

export const claimsOfTexts = { MOISTURE: '14.5', ASH: '-0.05', FAT: '30' };
