import { expect } from 'chai';
import { brokenClaims } from '../../../web/features/twin/broken-claims.ts';
import type { ParameterView } from '../../../web/features/twin/parameter-view.ts';

function parameter(code: string, gradeBps: number | null, weightBps: number): ParameterView {
  return {
    position: 0,
    code,
    name: { 'zh-Hans': code, en: code },
    unit: '%',
    direction: 'twoSided',
    decimals: 1,
    legalMin: 0,
    legalMax: 100,
    tolerance: 5,
    weightBps,
    critical: false,
    claim: 10,
    wasSealed: false,
    consensus: 10,
    gradeBps,
    contested: false,
    base: null,
    reports: [],
  };
}

describe('brokenClaims', () => {
  it('names what is more than a tolerance off, the heaviest first', () => {
    const names = brokenClaims([parameter('A', 5_999, 100), parameter('B', 0, 900), parameter('C', 10_000, 9_000)]);
    expect(names.map(({ en }) => en)).to.deep.equal(['B', 'A']);
  });

  it('is empty when every claim holds, one at exactly one tolerance included', () => {
    expect(brokenClaims([parameter('A', 6_000, 10_000)])).to.deep.equal([]);
  });

  it('says nothing of what was not measured', () => {
    expect(brokenClaims([parameter('A', null, 10_000)])).to.deep.equal([]);
  });
});
