import { expect } from 'chai';
import { readReport } from '../../../web/features/twin/report-document.ts';

describe('readReport', () => {
  it('reads a report', () => {
    const report = readReport({
      instruments: [{ 'zh-Hans': '天平', en: 'Balance' }, { model: 'X-1' }],
      results: [
        {
          code: 'MOISTURE',
          readings: ['13.9', '14.1'],
          value: '14.0',
          uncertainty: { expanded: '0.2', k: '2', p: '0.95' },
          notTestedReason: null,
          evidence: [{ cid: 'bafkrei', sha256: 'x', mime: 'image/png' }],
        },
      ],
      conflicts: '',
    });
    expect(report.instruments).to.deep.equal([{ 'zh-Hans': '天平', en: 'Balance' }, 'X-1']);
    expect(report.results[0]).to.deep.equal({
      code: 'MOISTURE',
      readings: ['13.9', '14.1'],
      value: '14.0',
      uncertainty: { expanded: '0.2', k: '2' },
      notTestedReason: null,
      evidence: [{ cid: 'bafkrei', mime: 'image/png' }],
    });
  });
  it('survives whatever somebody signed', () => {
    for (const odd of [
      null,
      7,
      'x',
      [],
      { results: [null, 3, { readings: 'no', evidence: [{}] }], instruments: [1] },
    ]) {
      expect(readReport(odd).conflicts).to.equal('');
    }
  });
});
