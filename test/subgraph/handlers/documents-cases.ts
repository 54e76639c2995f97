import { householdModel } from '../../../scripts/cycle/household-model.ts';
import { block, type Case } from './case.ts';
import { alice, at, cid, digest, register, world } from './fixtures.ts';

const commodityDocument = {
  name: { 'zh-Hans': '米', en: 'Rice' },
  description: { 'zh-Hans': '新米', en: 'New rice' },
  brand: { 'zh-Hans': '牌', en: 'Brand' },
  model: 'R1',
  origin: { country: 'CN', region: { 'zh-Hans': '五常', en: 'Wuchang' } },
  netContent: { value: '5', unit: { ucum: 'kg' } },
};
const lotDocument = {
  lotCode: 'L-0',
  productionDate: '2026-01-01',
  bestBefore: null,
  facility: { 'zh-Hans': '一厂', en: 'Plant 1' },
};
const blocks = [block(at(0), ...world(1), register(1, alice, digest(8)))];
const DOCUMENTS = `{ lot(id: "0x00000000") { document { id lotCode productionDate bestBefore facilityZh facilityEn } }
  commodity(id: "0x00000001") { document { nameZh nameEn descriptionEn brandZh designation originCountry originRegionZh netContent netContentUnit } }
  revision(id: "0x000000010001") { document { nameEn version standards parameters(orderBy: code, first: 1) { code nameEn unit methodStandard methodClauseZh methodClauseEn } } }
  experiencer(id: "0x00000001") { profile { nameZh nameEn aboutEn } } }`;
const nothing = {
  lot: { document: null },
  commodity: { document: null },
  revision: { document: null },
  experiencer: { profile: null },
};

function served(model: unknown, commodity: unknown, lot: unknown, profile: unknown): Record<string, string> {
  const texts = [model, commodity, lot, profile].map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  return Object.fromEntries([1, 101, 9, 8].map((n, i) => [cid(n), texts[i] ?? '']));
}

export const documentCases: Case[] = [
  {
    name: 'documents: names in both languages',
    blocks,
    files: served(householdModel, commodityDocument, lotDocument, {
      name: { 'zh-Hans': '小王', en: 'Wang' },
      about: { 'zh-Hans': '', en: 'Buys' },
    }),
    assertions: [
      {
        query: DOCUMENTS,
        expected: {
          lot: {
            document: {
              id: cid(9),
              lotCode: 'L-0',
              productionDate: '2026-01-01',
              bestBefore: null,
              facilityZh: '一厂',
              facilityEn: 'Plant 1',
            },
          },
          commodity: {
            document: {
              nameZh: '米',
              nameEn: 'Rice',
              descriptionEn: 'New rice',
              brandZh: '牌',
              designation: 'R1',
              originCountry: 'CN',
              originRegionZh: '五常',
              netContent: '5',
              netContentUnit: 'kg',
            },
          },
          revision: {
            document: {
              nameEn: 'Household goods and gifts',
              version: '1.0.0',
              standards: ['16 CFR 1303', 'ISO 105-X12:2016'],
              parameters: [
                {
                  code: 'CF_RUBBING',
                  nameEn: 'Colour fastness to dry rubbing',
                  unit: '{grade}',
                  methodStandard: 'ISO 105-X12:2016',
                  methodClauseZh: '7.2',
                  methodClauseEn: '7.2',
                },
              ],
            },
          },
          experiencer: { profile: { nameZh: '小王', nameEn: 'Wang', aboutEn: 'Buys' } },
        },
      },
    ],
  },
  {
    name: 'documents: what is no JSON is null and stops nothing',
    blocks,
    files: served('{', '', '\u0000', 'no'),
    assertions: [{ query: DOCUMENTS, expected: nothing }],
  },
  {
    name: 'documents: what is no object is null',
    blocks,
    files: served([1], '"text"', '12', 'null'),
    assertions: [{ query: DOCUMENTS, expected: nothing }],
  },
  {
    name: 'documents: members of a wrong kind are empty texts',
    blocks,
    files: served(
      { name: 'Rice', parameters: [null, 'x', {}, { code: 'A' }, { code: 'A' }], standards: { id: 1 } },
      { name: [], origin: 3 },
      { facility: null, lotCode: 7 },
      { about: { en: 1 } },
    ),
    assertions: [
      {
        query: DOCUMENTS,
        expected: {
          lot: {
            document: { id: cid(9), lotCode: '', productionDate: '', bestBefore: null, facilityZh: '', facilityEn: '' },
          },
          commodity: {
            document: {
              nameZh: '',
              nameEn: '',
              descriptionEn: '',
              brandZh: '',
              designation: '',
              originCountry: '',
              originRegionZh: '',
              netContent: '',
              netContentUnit: '',
            },
          },
          revision: {
            document: {
              nameEn: '',
              version: '',
              standards: [],
              parameters: [
                { code: 'A', nameEn: '', unit: '', methodStandard: '', methodClauseZh: '', methodClauseEn: '' },
              ],
            },
          },
          experiencer: { profile: { nameZh: '', nameEn: '', aboutEn: '' } },
        },
      },
    ],
  },
];
