import { expect } from 'chai';
import { type ChallengeLot, expectedConsensus } from '../../../web/shared/disputes/challenge-lot.ts';
import { readEvidence } from '../../../web/shared/disputes/evidence-document.ts';
import { inTolerances } from '../../../web/shared/disputes/in-tolerances.ts';

const lot = (reports: [weight: string, values: number[]][], talliedConsensus: number[] | null = null) =>
  ({
    revision: { parameters: [{}, {}] },
    round: { talliedConsensus, reports: reports.map(([weight, values]) => ({ weight, values })) },
  }) as unknown as ChallengeLot;

describe('what a challenge is written against', () => {
  it('is what was tallied, else what will be', () => {
    const reports: [string, number[]][] = [
      ['3', [10, 7]],
      ['2', [20, 5]],
      ['2', [30, 6]],
    ];
    expect(expectedConsensus(lot(reports, [1, 2]))).to.deep.equal([1, 2]);
    expect(expectedConsensus(lot(reports))).to.deep.equal([20, 6]);
  });

  it('is nothing where nobody has any weight', () => {
    expect(expectedConsensus(lot([['0', [1, 1]]]))).to.equal(null);
    expect(expectedConsensus(lot([]))).to.equal(null);
  });

  it('counts differences in tolerances', () => {
    expect(inTolerances(61, 22, 5)).to.equal(7.8);
    expect(inTolerances(-3, 3, 4)).to.equal(1.5);
    expect(inTolerances(1, 2, 3)).to.equal(0.33);
  });
});

describe('a document of evidence', () => {
  it('has a name and a text, in one language or both, and files', () => {
    const file = { cid: 'bafk', name: 'scale.png', mime: 'image/png' };
    expect(
      readEvidence({ name: 'A', description: 'B', author: 'eip155:1:0x1', files: [file, 7, { cid: 1 }] }),
    ).to.deep.equal({ name: 'A', description: 'B', author: 'eip155:1:0x1', files: [file] });
    expect(readEvidence({ name: { en: 'A' }, description: { 'zh-Hans': 'B' } })).to.deep.equal({
      name: { en: 'A' },
      description: { 'zh-Hans': 'B' },
      author: '',
      files: [],
    });
  });

  it('is nothing else', () => {
    for (const other of [null, 7, 'text', [], {}, { name: 'A' }, { name: 1, description: 'B' }]) {
      expect(readEvidence(other)).to.equal(null);
    }
  });
});
