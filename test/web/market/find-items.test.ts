import { expect } from 'chai';
import { findItems } from '../../../web/features/market/find-items.ts';
import type { MarketItem } from '../../../web/features/market/market-item.ts';

const item = (number: number, change: Partial<MarketItem>): MarketItem => ({
  number,
  name: { 'zh-Hans': '云岫明前绿茶', en: 'Yunxiu pre-Qingming green tea' },
  brand: { 'zh-Hans': '云岫', en: 'Yunxiu' },
  origin: { 'zh-Hans': '浙江衢州', en: 'Quzhou, Zhejiang' },
  designation: '特级 100 g',
  gtin: '09521002000146',
  model: { number: 2, name: { 'zh-Hans': '绿茶', en: 'Green tea' } },
  producer: `0x${'11'.repeat(20)}`,
  standing: 'Trusted',
  gradeBps: 9_000,
  reports: 14,
  effectiveReports: 1_400,
  lotCount: 3,
  offer: null,
  ...change,
});
const offer = (unitPrice: bigint) => ({ lot: 1, unitPrice, available: 5 });
const numbers = (items: readonly MarketItem[]) => items.map(({ number }) => number);

describe('findItems', () => {
  const tea = item(1, {});
  const rice = item(2, {
    name: { 'zh-Hans': '北岭长粒香大米', en: 'Beiling rice' },
    model: { number: 1, name: { 'zh-Hans': '粳米', en: 'Rice' } },
    gradeBps: 9_500,
    effectiveReports: 800,
    offer: offer(20n),
  });
  const fresh = item(3, { standing: 'New', gradeBps: null, reports: 0, effectiveReports: 0, offer: offer(10n) });
  const flagged = item(4, { standing: 'Flagged', gradeBps: 4_000 });
  const all = [flagged, fresh, rice, tea];

  it('finds words of both languages, in any order and case', () => {
    expect(numbers(findItems(all, { q: 'RICE' }))).to.deep.equal([2]);
    expect(numbers(findItems(all, { q: '大米 北岭' }))).to.deep.equal([2]);
    expect(numbers(findItems([tea], { q: 'tea zhejiang' }))).to.deep.equal([1]);
    expect(numbers(findItems([tea], { q: '09521002' }))).to.deep.equal([1]);
  });

  it('takes full-width letters for what they are', () => {
    expect(numbers(findItems(all, { q: 'ｒｉｃｅ' }))).to.deep.equal([2]);
  });

  it('filters by everything at once', () => {
    expect(numbers(findItems(all, { grade: 90 }))).to.deep.equal([2, 1]);
    expect(numbers(findItems(all, { confidence: 'high', standing: 'Trusted' }))).to.deep.equal([1]);
    expect(numbers(findItems(all, { sale: true, model: 2 }))).to.deep.equal([3]);
  });

  it('puts what can be bought and is trusted first', () => {
    expect(numbers(findItems(all, {}))).to.deep.equal([2, 3, 1, 4]);
  });

  it('sorts by grade, price and age', () => {
    expect(numbers(findItems(all, { sort: 'grade' }))).to.deep.equal([2, 1, 4, 3]);
    expect(numbers(findItems(all, { sort: 'price' }))).to.deep.equal([3, 2, 1, 4]);
    expect(numbers(findItems(all, { sort: 'newest' }))).to.deep.equal([4, 3, 2, 1]);
  });

  it('finds what has no document', () => {
    expect(numbers(findItems([item(7, { name: null, brand: null, origin: null })], { q: '#7' }))).to.deep.equal([7]);
  });
});
