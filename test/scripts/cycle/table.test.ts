import { expect } from 'chai';
import fc from 'fast-check';
import { displayWidth } from '../../../scripts/cycle/display-width.ts';
import { formatTable, type TableColumn } from '../../../scripts/cycle/table.ts';

const COLUMNS: TableColumn[] = [
  { title: 'Role', align: 'left' },
  { title: 'Share', align: 'right' },
];

describe('formatTable', () => {
  it('aligns texts to the left and numbers to the right', () => {
    const rows = [['expert', '300.00'], ['体验消费者', '1,500.00'], ['platform']];
    expect(formatTable(COLUMNS, rows, 80)).to.equal(
      ['Role           Share', '──────────  ────────', 'expert        300.00', '体验消费者  1,500.00', 'platform'].join(
        '\n',
      ),
    );
  });

  it('prints the header of an empty table', () => {
    expect(formatTable(COLUMNS, [], 80)).to.equal('Role  Share\n────  ─────');
  });

  it('clips texts, not numbers', () => {
    const rows = [['体验消费者体验消费者', '1,234,567.89']];
    expect(formatTable(COLUMNS, rows, 24)).to.equal(
      ['Role               Share', '──────────  ────────────', '体验消费…   1,234,567.89'].join('\n'),
    );
  });

  it('turns into a list where numbers would be cut', () => {
    expect(
      formatTable(
        COLUMNS,
        [
          ['expert', '1,234,567.89'],
          ['a', '1'],
        ],
        15,
      ),
    ).to.equal('Role: expert\nShare: 1,234,567.89\n\nRole: a\nShare: 1');
  });

  it('keeps line breaks and escapes out of cells', () => {
    expect(formatTable(COLUMNS, [['a\nb\x1b[2J', '1']], 80)).to.match(/^a b \[2J {2}/m);
  });

  it('is never wider than the terminal as a table, and all its lines are equally wide', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab茶é🍵 '), maxLength: 30 });
    const rows = fc.array(fc.tuple(cell, fc.nat().map(String), cell), { maxLength: 6 });
    const columns: TableColumn[] = [...COLUMNS, { title: 'Remark', align: 'left' }];
    fc.assert(
      fc.property(rows, fc.integer({ min: 32, max: 90 }), (given, width) => {
        const [, rule = '', ...lines] = formatTable(columns, given, width).split('\n');
        expect(rule).to.match(/^─+ {2}─+ {2}─+$/);
        expect(lines.length).to.equal(given.length);
        expect(displayWidth(rule)).to.be.at.most(width);
        for (const [i, line] of lines.entries()) {
          expect(displayWidth(line)).to.be.at.most(displayWidth(rule));
          expect(line).to.include(given[i]?.[1]);
        }
      }),
    );
  });
});

describe('displayWidth', () => {
  for (const [text, width] of [
    ['', 0],
    ['abc', 3],
    ['商品', 4],
    ['Ｆ', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['한', 2],
    ['かな', 4],
    ['£1', 2],
    ['🍵', 2],
    ['–…─', 3],
  ] as const) {
    it(`is ${width} for "${text}"`, () => expect(displayWidth(text)).to.equal(width));
  }
});
