import { expect } from 'chai';
import { type Assertion, all, type Context, expectFields } from './context.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document of any kind
type Document = any;

function documentOf({ world }: Context, cid: string): Document {
  const block = world.documents.blocks.get(cid);
  return block === undefined ? undefined : JSON.parse(Buffer.from(block).toString('utf8'));
}

/** What is referred to and served is there, and nothing else. */
function expectServed(context: Context, kind: string, field: string, holders: ReturnType<typeof all>): void {
  for (const holder of holders) {
    const cid = holder.documentCid as string;
    const document = documentOf(context, cid);
    expect(holder[field], `${kind} ${cid}`).to.equal(document === undefined ? null : cid);
  }
  const isServed = (cid: string) => holders.some((holder) => holder[field] === cid);
  for (const { id } of all(context, kind)) expect(isServed(id), id).to.equal(true);
}

export const documentKinds: Record<string, Assertion> = {
  async ModelDocument(context, rows) {
    expectServed(context, 'ModelDocument', 'document', all(context, 'Revision'));
    for (const row of rows) {
      const document = documentOf(context, row.id);
      expectFields('ModelDocument', row, {
        nameZh: document.name['zh-Hans'],
        nameEn: document.name.en,
        summaryZh: document.summary['zh-Hans'],
        summaryEn: document.summary.en,
        version: document.version,
        categoryCode: document.category.code,
        categoryScheme: document.category.schemeID,
      });
      expect(row.standards).to.deep.equal(document.standards.map(({ id }: Document) => id));
      expect(JSON.parse(row.json)).to.deep.equal(document);
    }
  },

  async ParameterText(context, rows) {
    let count = 0;
    for (const { id } of all(context, 'ModelDocument')) {
      const document = documentOf(context, id);
      for (const { code, name, unit, method } of document.parameters) {
        const row = rows.find((one) => one.id === `${id}/${code}`);
        expect(row, code).not.to.equal(undefined);
        expectFields('ParameterText', row as (typeof rows)[number], {
          code,
          nameZh: name['zh-Hans'],
          nameEn: name.en,
          unit: unit.ucum,
          methodZh: method.name['zh-Hans'],
          methodEn: method.name.en,
          methodStandard: document.standards.find(({ key }: Document) => key === method.standard).id,
          methodClauseZh: method.clause['zh-Hans'] ?? method.clause,
          methodClauseEn: method.clause.en ?? method.clause,
        });
        count++;
      }
    }
    expect(rows.length).to.equal(count);
    for (const { text, code } of all(context, 'Parameter'))
      if (text !== null) expect(text.endsWith(`/${code}`)).to.equal(true);
  },

  async CommodityDocument(context, rows) {
    expectServed(context, 'CommodityDocument', 'document', all(context, 'Commodity'));
    for (const row of rows) {
      const { name, description, brand, model, origin, netContent } = documentOf(context, row.id);
      expectFields('CommodityDocument', row, {
        nameZh: name['zh-Hans'],
        nameEn: name.en,
        descriptionZh: description['zh-Hans'],
        descriptionEn: description.en,
        brandZh: brand['zh-Hans'],
        brandEn: brand.en,
        designation: model,
        originCountry: origin.country,
        originRegionZh: origin.region['zh-Hans'],
        originRegionEn: origin.region.en,
        netContent: netContent.value,
        netContentUnit: netContent.unit.ucum,
      });
    }
  },

  async LotDocument(context, rows) {
    expectServed(context, 'LotDocument', 'document', all(context, 'Lot'));
    for (const row of rows) {
      const { lotCode, productionDate, bestBefore, facility } = documentOf(context, row.id);
      const [facilityZh, facilityEn] = [facility['zh-Hans'], facility.en];
      expectFields('LotDocument', row, { lotCode, productionDate, bestBefore, facilityZh, facilityEn });
    }
  },

  async ProfileDocument(context, rows) {
    for (const row of rows) {
      const { name, about } = documentOf(context, row.id);
      expectFields('ProfileDocument', row, {
        nameZh: name['zh-Hans'],
        nameEn: name.en,
        aboutZh: about['zh-Hans'],
        aboutEn: about.en,
      });
    }
    const experiencers = all(context, 'Experiencer');
    const [first, second] = context.crowd.testers.map(({ id }) => experiencers.find(({ number }) => number === id));
    expect(first?.profile, 'served').not.to.equal(null);
    expect(second?.profile, 'malformed').to.equal(null);
    expect(second?.profileDigest).not.to.match(/^0x0*$/);
  },
};
