import { expect } from 'chai';
import fc from 'fast-check';
import { toOnChainParameters } from '../../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { rice } from '../../../scripts/seed/catalogue/models/rice.ts';
import { qualityModels } from '../../../scripts/seed/catalogue/quality-models.ts';
import { agreesWithChain } from '../../../web/features/models/agrees-with-chain.ts';
import { balanceWeights } from '../../../web/features/models/balance-weights.ts';
import { diffModels } from '../../../web/features/models/diff-models.ts';
import { gradeCurve, signed } from '../../../web/features/models/grade-curve.ts';
import { parameterViews } from '../../../web/features/models/model-view.ts';
import { unitGroups } from '../../../web/features/models/ucum-units.ts';
import { matchesWords } from '../../../web/shared/search/matches-words.ts';

describe('balancing weights', () => {
  it('always sums to 10,000 with nobody below 1', () => {
    const weights = fc.array(fc.nat(20_000), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, (given) => {
        const balanced = balanceWeights(given);
        expect(balanced.reduce((sum, weight) => sum + weight, 0)).to.equal(10_000);
        expect(Math.min(...balanced)).to.be.at.least(1);
      }),
    );
  });

  it('keeps proportions, and shares equally where there are none', () => {
    expect(balanceWeights([1, 1, 2])).to.deep.equal([2_500, 2_500, 5_000]);
    expect(balanceWeights([0, 0, 0])).to.deep.equal([3_334, 3_333, 3_333]);
    expect(balanceWeights([5_000, 5_000])).to.deep.equal([5_000, 5_000]);
  });
});

describe('grade curve', () => {
  const at = (points: ReturnType<typeof gradeCurve>, deviation: number) =>
    points.find((point) => point.deviation === deviation)?.grade;

  it('passes through 100, 60 and 0 points at the claim, one and two tolerances', () => {
    const curve = gradeCurve('twoSided', 32);
    expect([at(curve, 0), at(curve, 32), at(curve, -32), at(curve, 64)]).to.deep.equal([10_000, 6_000, 6_000, 0]);
  });

  it('punishes the bad side only', () => {
    expect(at(gradeCurve('atMost', 32), -64)).to.equal(10_000);
    expect(at(gradeCurve('atLeast', 32), 64)).to.equal(10_000);
    expect(at(gradeCurve('atLeast', 32), -64)).to.equal(0);
  });

  it('works for the smallest tolerance', () => expect(gradeCurve('twoSided', 1).length).to.be.greaterThan(4));

  it('writes deviations with their sign', () => {
    expect([signed(5, 1), signed(-5, 1), signed(0, 1)]).to.deep.equal(['+0.5', '−0.5', '0.0']);
  });
});

describe('difference of revisions', () => {
  it('is empty between a document and itself', () => {
    expect(diffModels(rice.document, rice.document)).to.deep.equal([]);
  });

  it('names parameters by code, so that a new one in front changes nothing else', () => {
    const [first, ...others] = rice.document.parameters;
    if (!first) throw new Error('rice has parameters');
    const after = { ...rice.document, parameters: [{ ...first, code: 'NEW' }, first, ...others] };
    const changes = diffModels(rice.document, after);
    expect(changes.every(({ path }) => path.startsWith('/parameters/NEW/'))).to.equal(true);
    expect(changes.every(({ before }) => before === null)).to.equal(true);
  });

  it('says the old and the new value', () => {
    const [first, ...others] = rice.document.parameters;
    if (!first) throw new Error('rice has parameters');
    const after = { ...rice.document, parameters: [{ ...first, tolerance: '9.9' }, ...others] };
    expect(diffModels(rice.document, after)).to.deep.equal([
      { path: `/parameters/${first.code}/tolerance`, before: first.tolerance, after: '9.9' },
    ]);
  });
});

describe('search of models', () => {
  const models = [
    { number: 1, texts: ['大米', 'Rice', 'GB/T 1354-2018'] },
    { number: 2, texts: ['蜂蜜', 'Honey', 'GB 14963-2011'] },
  ];
  const found = (query: string) =>
    models.filter(({ number, texts }) => matchesWords(number, texts, query)).map(({ number }) => number);

  it('finds by name, standard however it is typed, and number', () => {
    expect(found('rice')).to.deep.equal([1]);
    expect(found('蜂')).to.deep.equal([2]);
    expect(found('gbt1354')).to.deep.equal([1]);
    expect(found('GB/T 1354')).to.deep.equal([1]);
    expect(found('#2')).to.deep.equal([2]);
    expect(found('')).to.deep.equal([1, 2]);
    expect(found('---')).to.deep.equal([]);
  });
});

describe('document against chain', () => {
  const rows = toOnChainParameters(rice.document).map((fact, position) => ({
    ...fact,
    position,
    code: rice.document.parameters[position]?.code ?? '',
    direction: (['TWO_SIDED', 'AT_LEAST', 'AT_MOST'] as const)[fact.direction],
    tolerance: String(fact.tolerance),
    sealed: fact.isSealed,
    text: null,
  }));

  it('agrees when the parameters are the same', () => {
    expect(agreesWithChain(rice.document, parameterViews(rows))).to.equal(true);
  });

  it('does not when one limit differs, or one is missing', () => {
    const changed = rows.map((row, i) => (i === 0 ? { ...row, legalMax: row.legalMax + 1 } : row));
    expect(agreesWithChain(rice.document, parameterViews(changed))).to.equal(false);
    expect(agreesWithChain(rice.document, parameterViews(rows.slice(1)))).to.equal(false);
  });
});

describe('common units', () => {
  const units = unitGroups.flatMap((group) => group.units);

  it('are written without blanks and named once', () => {
    expect(units.every(({ ucum }) => /^[!-~]+$/.test(ucum))).to.equal(true);
    expect(new Set(units.map(({ ucum }) => ucum)).size).to.equal(units.length);
  });

  it('agree with the seeded models on their Recommendation 20 codes', () => {
    for (const { document } of qualityModels) {
      for (const { unit } of document.parameters) {
        const known = units.find(({ ucum }) => ucum === unit.ucum);
        if (known) expect(known.rec20, unit.ucum).to.equal(unit.rec20);
      }
    }
  });
});
