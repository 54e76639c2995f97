import { expect } from 'chai';
import fc from 'fast-check';
import { ASSORTED, mapByPlan, mapEvenly } from '../../../scripts/cycle/map-products.ts';
import type { OrderLine } from '../../../scripts/cycle/order-line.ts';

const sale = (stockCode: string, sales: bigint, quantity = 1): OrderLine => ({
  line: 2,
  invoice: '1',
  stockCode,
  description: `Description of ${stockCode}`,
  quantity,
  unitPrice: sales / BigInt(quantity),
  sales,
  time: 0,
  customer: '1',
  country: '',
});

const someLines = fc.array(
  fc
    .tuple(fc.constantFrom(...'ABCDEFGHIJ'), fc.bigInt({ min: 1n, max: 50n }))
    .map(([code, sales]) => sale(code, sales)),
  { minLength: 1, maxLength: 60 },
);

describe('mapEvenly', () => {
  const lines = [sale('C', 5n), sale('A', 4n, 2), sale('B', 9n), sale('A', 4n), sale('D', 5n), sale('E', 1n)];

  it('deals the products to the lots in turn, best sellers first', () => {
    const { lots, lotOf } = mapEvenly(lines, 3);
    expect(lots).to.deep.equal([
      {
        index: 0,
        name: 'B',
        description: 'Description of B',
        stockCodes: ['B', 'D'],
        orderLines: 2,
        units: 2n,
        sales: 14n,
      },
      {
        index: 1,
        name: 'A',
        description: 'Description of A',
        stockCodes: ['A', 'E'],
        orderLines: 3,
        units: 4n,
        sales: 9n,
      },
      { index: 2, name: 'C', description: 'Description of C', stockCodes: ['C'], orderLines: 1, units: 1n, sales: 5n },
    ]);
    expect([...lotOf].toSorted()).to.deep.equal([
      ['A', 1],
      ['B', 0],
      ['C', 2],
      ['D', 0],
      ['E', 1],
    ]);
  });

  it('makes no more lots than there are products', () => {
    expect(mapEvenly(lines, 9).lots.map(({ name }) => name)).to.deep.equal(['B', 'A', 'C', 'D', 'E']);
  });

  it('puts everything into one lot when there is one', () => {
    expect(mapEvenly(lines, 1).lots.map(({ stockCodes }) => stockCodes.length)).to.deep.equal([5]);
  });

  it('makes no lots of no lines', () => expect(mapEvenly([]).lots).to.deep.equal([]));

  for (const count of [0, -1, 1.5, Number.NaN]) {
    it(`refuses ${count} lots`, () => expect(() => mapEvenly(lines, count)).to.throw(RangeError));
  }
});

describe('every mapping', () => {
  const plans = fc
    .array(fc.tuple(fc.constantFrom(...'ABCDEX'), fc.constantFrom('Tea', '2', ASSORTED)))
    .map((entries) => new Map(entries));

  it('has a lot for every line, adds up, and does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(someLines, fc.integer({ min: 1, max: 12 }), plans, (lines, count, plan) => {
        for (const map of [mapEvenly, mapByPlan] as const) {
          const run = (given: OrderLine[]) => (map === mapByPlan ? mapByPlan(given, plan) : mapEvenly(given, count));
          const { lots, lotOf } = run(lines);
          for (const lot of lots) {
            const own = lines.filter(({ stockCode }) => lotOf.get(stockCode) === lot.index);
            expect(own.length).to.equal(lot.orderLines).and.to.be.greaterThan(0);
            expect(own.reduce((sum, { sales }) => sum + sales, 0n)).to.equal(lot.sales);
          }
          expect(lots.reduce((sum, { orderLines }) => sum + orderLines, 0)).to.equal(lines.length);
          expect(run(lines.toReversed())).to.deep.equal({ lots, lotOf });
          if (map === mapEvenly) expect(lots.length).to.be.at.most(count);
        }
      }),
    );
  });
});

describe('mapByPlan', () => {
  it('follows the plan in its order and collects what it does not name', () => {
    const plan = new Map([
      ['B', 'Tea'],
      ['X', 'Nothing'],
      ['A', '7'],
      ['C', 'Tea'],
    ]);
    const { lots } = mapByPlan([sale('A', 1n), sale('Z', 2n), sale('B', 3n), sale('C', 9n)], plan);
    expect(lots.map(({ index, name, stockCodes }) => [index, name, ...stockCodes])).to.deep.equal([
      [0, 'Tea', 'C', 'B'],
      [1, '7', 'A'],
      [2, ASSORTED, 'Z'],
    ]);
  });
});
