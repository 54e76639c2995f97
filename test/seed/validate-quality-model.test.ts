import { expect } from 'chai';
import fc from 'fast-check';
import type { ProblemCode } from '../../protocol/documents/quality-model/problem.ts';
import { validateQualityModel } from '../../protocol/documents/quality-model/validate-quality-model.ts';
import { qualityModelDocument } from './quality-model-document.ts';

// biome-ignore lint/suspicious/noExplicitAny: the table breaks the document in ways its type forbids.
type Broken = any;
type Case = [code: ProblemCode, path: string, breakIt: (document: Broken) => void];

const at = (i: number, part: string) => `/parameters/${i}/${part}`;
const first = (change: (parameter: Broken) => void) => (document: Broken) => change(document.parameters[0]);

const CASES: Case[] = [
  ['TEXT_MISSING', '/modelId', (d) => (d.modelId = ' ')],
  ['VERSION_INVALID', '/version', (d) => (d.version = '1.0')],
  ['VERSION_INVALID', '/version', (d) => (d.version = '01.0.0')],
  ['SUPERSEDES_INVALID', '/supersedes', (d) => (d.supersedes = 'QmNotRaw')],
  ['SUPERSEDES_INVALID', '/supersedes', (d) => delete d.supersedes],
  ['TRANSLATION_MISSING', '/name/en', (d) => delete d.name.en],
  ['TRANSLATION_MISSING', '/summary/zh-Hans', (d) => (d.summary['zh-Hans'] = '')],
  ['NOT_AN_OBJECT', '/category', (d) => (d.category = null)],
  ['TEXT_MISSING', '/category/code', (d) => delete d.category.code],
  ['NOT_A_LIST', '/authors', (d) => (d.authors = 'me')],
  ['AUTHOR_INVALID', '/authors/0', (d) => (d.authors[0] = '0x00000000000000000000000000000000000000aa')],
  ['STANDARD_DUPLICATE', '/standards/1/key', (d) => d.standards.push(d.standards[0])],
  ['TEXT_MISSING', '/standards/0/id', (d) => delete d.standards[0].id],
  ['NOT_AN_OBJECT', '/standards/1', (d) => d.standards.push('GB 2')],
  ['TRANSLATION_MISSING', '/standards/0/title/en', (d) => delete d.standards[0].title.en],
  ['DATE_INVALID', '/standards/0/issueDate', (d) => (d.standards[0].issueDate = '10.10.2018')],
  ['URL_INVALID', '/standards/0/url', (d) => (d.standards[0].url = 'http://example.org')],
  ['NOT_A_LIST', '/parameters', (d) => (d.parameters = {})],
  ['NOT_AN_OBJECT', '/parameters/2', (d) => d.parameters.push(null)],
  ['CODE_INVALID', at(0, 'code'), first((p) => (p.code = 'moisture'))],
  ['CODE_INVALID', at(0, 'code'), first((p) => (p.code = ''))],
  ['CODE_INVALID', at(0, 'code'), first((p) => (p.code = 'THIRTEEN_CHAR'))],
  ['CODE_INVALID', at(0, 'code'), first((p) => (p.code = 'WÄSSER'))],
  ['CODE_DUPLICATE', at(1, 'code'), (d) => (d.parameters[1].code = 'MOISTURE')],
  ['TRANSLATION_MISSING', at(0, 'name/zh-Hans'), first((p) => delete p.name['zh-Hans'])],
  ['KIND_INVALID', at(0, 'kind'), first((p) => (p.kind = 'text'))],
  ['NOT_AN_OBJECT', at(0, 'unit'), first((p) => delete p.unit)],
  ['UNIT_INVALID', at(0, 'unit/ucum'), first((p) => (p.unit = { rec20: 'P1' }))],
  ['UNIT_INVALID', at(0, 'unit/ucum'), first((p) => (p.unit.ucum = 'mg / kg'))],
  ['REC20_INVALID', at(0, 'unit/rec20'), first((p) => (p.unit.rec20 = 'percent'))],
  ['DECIMALS_INVALID', at(0, 'decimals'), first((p) => (p.decimals = 10))],
  ['DECIMALS_INVALID', at(0, 'decimals'), first((p) => (p.decimals = -1))],
  ['DECIMALS_INVALID', at(0, 'decimals'), first((p) => (p.decimals = '1'))],
  ['NOT_AN_INTEGER', '/extra/a~1b', (d) => (d.extra = { 'a/b': 14.5 })],
  ['DIRECTION_INVALID', at(0, 'direction'), first((p) => (p.direction = 'up'))],
  ['NOT_AN_OBJECT', at(0, 'limits'), first((p) => delete p.limits)],
  ['DECIMAL_INVALID', at(0, 'limits/min'), first((p) => (p.limits.min = null))],
  ['DECIMAL_INVALID', at(0, 'limits/max'), first((p) => delete p.limits.max)],
  ['DECIMAL_INVALID', at(0, 'limits/max'), first((p) => (p.limits.max = 14))],
  ['DECIMAL_INVALID', at(0, 'limits/max'), first((p) => (p.limits.max = '1e3'))],
  ['DECIMAL_TOO_PRECISE', at(0, 'limits/max'), first((p) => (p.limits.max = '14.55'))],
  ['DECIMAL_TOO_PRECISE', at(0, 'tolerance'), first((p) => (p.tolerance = '0.50'))],
  ['LIMIT_TOO_LARGE', at(0, 'limits/max'), first((p) => (p.limits.max = '214748364.8'))],
  ['LIMIT_TOO_LARGE', at(0, 'limits/min'), first((p) => (p.limits.min = '-214748364.9'))],
  ['LIMIT_TOO_LARGE', at(0, 'limits/max'), first((p) => (p.limits.max = '9'.repeat(400)))],
  ['LIMITS_EMPTY', at(0, 'limits'), first((p) => (p.limits.min = '14.5'))],
  ['LIMIT_SOURCE_INVALID', at(0, 'limitSource/min'), first((p) => delete p.limitSource.min)],
  ['LIMIT_SOURCE_INVALID', at(0, 'limitSource/max'), first((p) => (p.limitSource.max = 'guess'))],
  ['REQUIREMENT_MISSING', at(0, 'requirement'), first((p) => delete p.requirement)],
  ['STANDARD_UNKNOWN', at(0, 'requirement/standard'), first((p) => (p.requirement.standard = 'S9'))],
  ['TEXT_MISSING', at(0, 'requirement/clause'), first((p) => delete p.requirement.clause)],
  ['TRANSLATION_MISSING', at(0, 'requirement/grade/en'), first((p) => delete p.requirement.grade.en)],
  ['TOLERANCE_TOO_SMALL', at(0, 'tolerance'), first((p) => (p.tolerance = '0.0'))],
  ['TOLERANCE_TOO_SMALL', at(0, 'tolerance'), first((p) => (p.tolerance = '-0.5'))],
  ['TOLERANCE_TOO_LARGE', at(0, 'tolerance'), first((p) => (p.tolerance = '429496729.6'))],
  ['NOT_AN_OBJECT', at(0, 'method'), first((p) => delete p.method)],
  ['STANDARD_UNKNOWN', at(0, 'method/standard'), first((p) => (p.method.standard = 'S2'))],
  ['TEXT_MISSING', at(0, 'method/clause'), first((p) => (p.method.clause = ''))],
  ['TRANSLATION_MISSING', at(0, 'method/clause/en'), first((p) => (p.method.clause = { 'zh-Hans': '全文' }))],
  ['TRANSLATION_MISSING', at(0, 'method/name/en'), first((p) => delete p.method.name.en)],
  ['TRANSLATION_MISSING', at(0, 'method/conditions/en'), first((p) => delete p.method.conditions.en)],
  ['REPLICATES_INVALID', at(0, 'method/replicates'), first((p) => (p.method.replicates = 0))],
  ['INSTRUMENTS_MISSING', at(0, 'instruments'), first((p) => (p.instruments = []))],
  ['TRANSLATION_MISSING', at(0, 'instruments/0/en'), first((p) => delete p.instruments[0].en)],
  ['WEIGHT_SUM', '/parameters', first((p) => (p.weightBps = 5_999))],
  ['FLAG_INVALID', at(0, 'critical'), first((p) => (p.critical = 'yes'))],
  ['FLAG_INVALID', at(0, 'sealed'), first((p) => delete p.sealed)],
  ['NONE_SEALED', '/parameters', (d) => (d.parameters[1].sealed = false)],
];

/** Breaks that are necessarily wrong in two ways. */
const DOUBLE: Case[] = [
  ['DECIMAL_INVALID', at(0, 'tolerance'), first((p) => (p.tolerance = 0.5))],
  ['NOT_AN_INTEGER', at(0, 'decimals'), first((p) => (p.decimals = 0.5))],
  ['STANDARD_COUNT', '/standards', (d) => (d.standards = [])],
  ['PARAMETER_COUNT', '/parameters', (d) => (d.parameters = [])],
  ['PARAMETER_COUNT', '/parameters', (d) => (d.parameters = Array(9).fill(d.parameters[0]))],
  ['WEIGHT_INVALID', at(0, 'weightBps'), first((p) => (p.weightBps = 0))],
  ['WEIGHT_INVALID', at(0, 'weightBps'), first((p) => (p.weightBps = '6000'))],
];

function broken(breakIt: Case[2]) {
  const document = qualityModelDocument();
  breakIt(document);
  return validateQualityModel(document);
}

describe('validateQualityModel', () => {
  it('has nothing to say about a good document', () => {
    expect(validateQualityModel(qualityModelDocument())).to.deep.equal([]);
  });

  for (const [i, [code, path, breakIt]] of CASES.entries()) {
    it(`finds only ${code} at ${path} (case ${i})`, () => {
      expect(broken(breakIt).map((problem) => [problem.code, problem.path])).to.deep.equal([[code, path]]);
    });
  }

  for (const [code, path, breakIt] of DOUBLE) {
    it(`finds ${code} at ${path}`, () => {
      expect(broken(breakIt).map((problem) => [problem.code, problem.path])).to.deep.include([code, path]);
    });
  }

  it('says in both languages what is wrong, with nothing left to fill in', () => {
    for (const [, , breakIt] of [...CASES, ...DOUBLE]) {
      for (const { message } of broken(breakIt)) {
        expect(message.en).to.match(/^[^{}]+\.$/);
        expect(message['zh-Hans']).to.match(/^[^{}]+。$/);
        expect(`${message.en}${message['zh-Hans']}`).not.to.include('undefined');
      }
    }
  });

  it('takes any JSON without throwing, and accepts nothing by chance', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(validateQualityModel(value)).not.to.be.empty;
      }),
    );
  });

  it('takes any JSON in place of any part without throwing', () => {
    const pointers = paths(qualityModelDocument());
    fc.assert(
      fc.property(fc.constantFrom(...pointers), fc.jsonValue(), (path, value) => {
        const document: Broken = qualityModelDocument();
        const parent = path.slice(0, -1).reduce((part, key) => part[key], document);
        parent[path.at(-1) as string] = value;
        expect(validateQualityModel(document)).to.be.an('array');
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Paths to all parts of a value. */
function paths(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [[key], ...paths(part).map((rest) => [key, ...rest])]);
}
