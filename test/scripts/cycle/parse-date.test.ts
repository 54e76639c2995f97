import { expect } from 'chai';
import fc from 'fast-check';
import { parseDate } from '../../../scripts/cycle/parse-date.ts';

const at = (iso: string) => Date.parse(iso) / 1000;

describe('parseDate', () => {
  for (const [text, iso] of [
    ['01-12-2010 08:26', '2010-12-01T08:26Z'],
    ['1/12/2010 8:26', '2010-12-01T08:26Z'],
    ['31/01/2011 23:59:58', '2011-01-31T23:59:58Z'],
    ['29-02-2024', '2024-02-29T00:00Z'],
    ['2010-12-01', '2010-12-01T00:00Z'],
    ['2010-12-01 08:26:30.250', '2010-12-01T08:26:30Z'],
    ['2010-12-01T08:26:00Z', '2010-12-01T08:26Z'],
    ['2010-12-01T08:26+05:30', '2010-12-01T02:56Z'],
    ['2010-12-01T20:26:00-0800', '2010-12-02T04:26Z'],
  ] as const) {
    it(`reads ${text}`, () => expect(parseDate(text)).to.equal(at(iso)));
  }

  for (const text of [
    '',
    '12-31-2010',
    '30-02-2024',
    '29-02-2023',
    '01-12/2010',
    '1-12-10',
    '0-1-2024',
    '2024-13-01',
    '2024-1-1',
  ]) {
    it(`refuses "${text}"`, () => expect(parseDate(text)).to.equal(undefined));
  }

  for (const time of ['24:00', '12:60', '12', '12:00:60', 'noon', '12:00 PM']) {
    it(`refuses the time ${time}`, () => expect(parseDate(`01-12-2010 ${time}`)).to.equal(undefined));
  }

  it('reads what Date writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
        expect(parseDate(new Date(seconds * 1000).toISOString())).to.equal(seconds);
      }),
    );
  });
});
