import { expect } from 'chai';
import fc from 'fast-check';
import { numberToBytes } from 'viem';
import { addSums, packSums, type Sums, unpackSums } from '../../../protocol/settlement/sums.ts';
import { addSumBytes } from '../../../protocol/settlement/tree/add-sum-bytes.ts';
import { uint72 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

const MAX: Sums = { sales: 2n ** 72n - 1n, fees: 2n ** 72n - 1n, commissions: 2n ** 72n - 1n, count: 2n ** 40n - 1n };
const LANES = ['sales', 'fees', 'commissions', 'count'] as const;
const ZERO: Sums = { sales: 0n, fees: 0n, commissions: 0n, count: 0n };
const sums = fc.record({
  sales: uint72,
  fees: uint72,
  commissions: uint72,
  count: fc.bigInt({ min: 0n, max: MAX.count }),
});

describe('sums', () => {
  it('puts each lane where the encoding says', () => {
    expect(packSums({ sales: 1n, fees: 2n, commissions: 3n, count: 4n })).to.equal(
      1n + (2n << 72n) + (3n << 144n) + (4n << 216n),
    );
    expect(packSums(MAX)).to.equal(2n ** 256n - 1n);
  });

  it('packs and unpacks to the same', () => {
    fc.assert(
      fc.property(sums, (lanes) => {
        expect(unpackSums(packSums(lanes))).to.deep.equal(lanes);
      }),
    );
  });

  it('refuses a lane that is too wide or negative', () => {
    for (const lane of LANES) {
      expect(expectError('SumsOverflow', () => packSums({ ...ZERO, [lane]: MAX[lane] + 1n })).values.lane).to.equal(
        lane,
      );
      expect(expectError('SumsNegative', () => packSums({ ...ZERO, [lane]: -1n })).values.lane).to.equal(lane);
    }
    expectError('SumsOverflow', () => unpackSums(2n ** 256n));
    expectError('SumsNegative', () => unpackSums(-1n));
  });

  it('adds lane by lane or not at all, as bigints and as bytes', () => {
    fc.assert(
      fc.property(sums, sums, (a, b) => {
        const overflows = LANES.find((lane) => a[lane] + b[lane] > MAX[lane]);
        const target = new Uint8Array(40);
        const inBytes = () =>
          addSumBytes(
            target,
            8,
            numberToBytes(packSums(a), { size: 32 }),
            0,
            numberToBytes(packSums(b), { size: 32 }),
            0,
          );
        if (overflows) {
          expect(expectError('SumsOverflow', () => addSums(packSums(a), packSums(b))).values.lane).to.equal(overflows);
          expect(expectError('SumsOverflow', inBytes).values.lane).to.equal(overflows);
          return;
        }
        const added = addSums(packSums(a), packSums(b));
        for (const lane of LANES) expect(unpackSums(added)[lane]).to.equal(a[lane] + b[lane]);
        inBytes();
        expect(target).to.deep.equal(numberToBytes(added, { size: 40 }));
      }),
      { numRuns: 500 },
    );
  });

  it('fills a lane to the brim without touching its neighbours', () => {
    for (const lane of LANES) {
      const almost = packSums({ ...ZERO, [lane]: MAX[lane] - 1n });
      const one = packSums({ ...ZERO, [lane]: 1n });
      const full = packSums({ ...ZERO, [lane]: MAX[lane] });
      expect(addSums(almost, one)).to.equal(full);
      expectError('SumsOverflow', () => addSums(full, one));
    }
  });
});
