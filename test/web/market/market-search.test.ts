import { expect } from 'chai';
import { readMarketSearch } from '../../../web/features/market/market-search.ts';

describe('readMarketSearch', () => {
  it('reads what it wrote', () => {
    const search = {
      q: '茶',
      model: 3,
      standing: 'New',
      grade: 80,
      confidence: 'high',
      sale: true,
      sort: 'price',
    } as const;
    expect(readMarketSearch(search)).to.deep.equal(search);
  });
  it('reads numbers and truth as addresses have them', () => {
    expect(readMarketSearch({ q: 123, model: '3', grade: '60', sale: 'true' })).to.deep.equal({
      q: '123',
      model: 3,
      grade: 60,
      sale: true,
    });
  });
  it('leaves out what it does not understand', () => {
    expect(
      readMarketSearch({ q: {}, model: 'x', standing: 'good', grade: 7, confidence: 1, sale: 'no', sort: '' }),
    ).to.deep.equal({});
  });
});
