import { resolve } from 'node:path';
import { expect } from 'chai';
import { parseOptions, USAGE } from '../../../scripts/cycle/options.ts';
import { DEFAULT_MIX } from '../../../scripts/cycle/population.ts';
import { UsageError } from '../../../scripts/cycle/usage-error.ts';
import { thrownBy } from './helpers.ts';

const BASE = resolve('/somewhere');
const parse = (line: string) => parseOptions(line === '' ? [] : line.split(' '), BASE);

describe('parseOptions', () => {
  it('has defaults for everything but the orders', () => {
    expect(parse('--orders a.csv')).to.deep.equal({
      orders: resolve(BASE, 'a.csv'),
      lots: undefined,
      lotCount: 6,
      mix: DEFAULT_MIX,
      seed: 1,
      out: undefined,
      quiet: false,
    });
  });

  it('reads every option', () => {
    const line = '--orders=../a.csv --lots l.csv --mix 1/2/3/4 --seed 42 --out o.json --quiet';
    expect(parse(line)).to.deep.equal({
      orders: resolve(BASE, '../a.csv'),
      lots: resolve(BASE, 'l.csv'),
      lotCount: 6,
      mix: { honest: 1, lazy: 2, copying: 3, colluding: 4 },
      seed: 42,
      out: resolve(BASE, 'o.json'),
      quiet: true,
    });
    expect(parse('--orders a --lot-count 5')).to.include({ lotCount: 5 });
  });

  for (const line of ['--help', '-h', '--help --orders a']) {
    it(`gives help for ${line}`, () => expect(parse(line)).to.equal('help'));
  }

  for (const [line, sentence] of [
    ['', 'The option --orders FILE.csv is missing.'],
    ['--seed 1', 'The option --orders FILE.csv is missing.'],
    ['--foo', 'There is no option --foo.'],
    ['-x', 'There is no option -x.'],
    ['--no-quiet', 'There is no option --no-quiet.'],
    ['orders.csv', 'The argument "orders.csv" belongs to no option.'],
    ['--orders', 'The option --orders needs a value.'],
    ['--orders --lots b', 'The option --orders needs a value.'],
    ['--orders=', 'The option --orders needs the name of a file.'],
    ['--orders a --quiet=yes', 'The option --quiet takes no value.'],
    ['--orders a --orders b', 'The option --orders is given more than once.'],
    ['--orders a --seed 1.5', 'The option --seed needs a whole number from 0 to 9007199254740991, not "1.5".'],
    ['--orders a --seed=-1', 'The option --seed needs a whole number from 0 to 9007199254740991, not "-1".'],
    [
      '--orders a --seed 9999999999999999',
      'The option --seed needs a whole number from 0 to 9007199254740991, not "9999999999999999".',
    ],
    ['--orders a --lot-count 0', 'The option --lot-count needs a whole number from 1 to 100, not "0".'],
    ['--orders a --lots b --lot-count 3', 'Give either --lots or --lot-count, not both.'],
    [
      '--orders a --mix 0/0/0/0',
      'The option --mix needs four whole numbers, not all 0, such as 70/12/10/8, not "0/0/0/0".',
    ],
    [
      '--orders a --mix 70/30',
      'The option --mix needs four whole numbers, not all 0, such as 70/12/10/8, not "70/30".',
    ],
    ['--orders a --out ./x/../a', 'The file of --out must not be one of the files that are read.'],
    ['--orders a --lots b --out b', 'The file of --out must not be one of the files that are read.'],
  ] as const) {
    it(`refuses "${line}" in one sentence with usage`, () => {
      const error = thrownBy(() => parse(line));
      expect(error).to.be.instanceOf(UsageError);
      expect(error).to.have.property('message', `${sentence}\n\n${USAGE}`);
    });
  }
});
