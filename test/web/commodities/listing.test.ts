import { expect } from 'chai';
import fc from 'fast-check';
import { defaultShareRates } from '../../../protocol/settlement/share-rates.ts';
import { commodities } from '../../../scripts/seed/catalogue/commodities.ts';
import {
  blankCommodityForm,
  checkCommodityForm,
  commodityDocument,
} from '../../../web/features/commodities/commodity-document.ts';
import { gtinInput } from '../../../web/features/commodities/gtin-input.ts';
import { readSealRecord, sealHash, sealName } from '../../../web/features/commodities/seal-record.ts';
import { termsExample } from '../../../web/features/commodities/terms-example.ts';
import { readCommodityDraft } from '../../../web/features/commodities/wizard/commodity-draft.ts';
import { shapeOf } from './shape-of.ts';

describe('GTIN while it is typed', () => {
  it('is checked as soon as it can be one', () => {
    expect(gtinInput('')).to.deep.equal({ kind: 'none' });
    expect(gtinInput('0952 1001-000178')).to.deep.equal({ kind: 'ok', gtin14: '09521001000178' });
    expect(gtinInput('09521001000179')).to.deep.equal({ kind: 'wrongCheckDigit', expected: 8 });
    expect(gtinInput('12x')).to.deep.equal({ kind: 'notDigits' });
    expect(gtinInput('123')).to.deep.equal({ kind: 'incomplete', digits: 3, checkDigit: null });
  });

  it('says the digit that would complete it', () => {
    const read = gtinInput('9638507');
    expect(read).to.deep.equal({ kind: 'incomplete', digits: 7, checkDigit: 4 });
  });

  it('accepts every GTIN of the catalogue', () => {
    for (const { gtin } of commodities) if (gtin) expect(gtinInput(gtin).kind).to.equal('ok');
  });
});

describe('form of a commodity', () => {
  const form = {
    ...blankCommodityForm,
    nameZh: '米',
    nameEn: 'Rice',
    descriptionZh: '好',
    descriptionEn: 'Good',
    brandZh: '北',
    brandEn: 'North',
    regionEn: ' Heilongjiang ',
    netContent: '2.5',
    netContentUnit: 'kg',
  };

  it('makes a document that has the shape of the seeded ones', () => {
    expect(checkCommodityForm(form)).to.deep.equal({});
    const document = commodityDocument(form);
    expect(document.origin.region).to.deep.equal({ 'zh-Hans': 'Heilongjiang', en: 'Heilongjiang' });
    expect(document.netContent).to.deep.equal({ value: '2.5', unit: { ucum: 'kg', rec20: 'KGM' } });
    expect(shapeOf(document)).to.deep.equal(shapeOf(commodities[0]?.document));
  });

  it('says what is missing or wrong, field by field', () => {
    expect(checkCommodityForm(blankCommodityForm)).to.include({ nameZh: 'missing', netContent: 'missing' });
    expect(checkCommodityForm({ ...form, country: 'China' })).to.deep.equal({ country: 'badCountry' });
    for (const netContent of ['0', '0.00', '-1', '1e3', '01']) {
      expect(checkCommodityForm({ ...form, netContent }), netContent).to.deep.equal({ netContent: 'badAmount' });
    }
  });

  it('survives being kept, and what is kept badly', () => {
    const draft = { ...readCommodityDraft(null), form, modelNumber: 3 };
    expect(readCommodityDraft(JSON.parse(JSON.stringify(draft)))).to.deep.equal(draft);
    expect(readCommodityDraft({ form: 5, gtin: 5, feeBps: 'x' })).to.deep.equal(readCommodityDraft(null));
  });
});

describe('example of the terms', () => {
  it('is the worked example of the protocol', () => {
    expect(termsExample(20_000_000n, 1_500, 0, defaultShareRates)).to.deep.equal({
      producer: 17_000_000n,
      commission: 0n,
      fee: 3_000_000n,
      expert: 300_000n,
      experiencers: 1_500_000n,
      platform: 1_200_000n,
      commune: 120_000n,
    });
  });

  it('gives everything a buyer pays to somebody', () => {
    const rates = [
      fc.bigInt({ min: 1n, max: 10n ** 14n }),
      fc.integer({ min: 100, max: 3_000 }),
      fc.nat(2_000),
    ] as const;
    fc.assert(
      fc.property(...rates, (sales, feeBps, commissionBps) => {
        const { producer, commission, expert, experiencers, platform } = termsExample(
          sales,
          feeBps,
          commissionBps,
          defaultShareRates,
        );
        expect(producer + commission + expert + experiencers + platform).to.equal(sales);
      }),
    );
  });
});

describe('seal record', () => {
  const record = { commodityId: 3, lotCode: 'B-1', values: [5, -7] };
  const scope = { chainId: 31_337, commodities: '0x00000000000000000000000000000000000000aa' } as const;
  const salt = `0x${'11'.repeat(32)}` as const;

  it('survives the vault', () => {
    expect(readSealRecord(JSON.parse(JSON.stringify(record)))).to.deep.equal(record);
    expect(sealName(3, 'B-1')).to.equal('seal:3:B-1');
    for (const bad of [null, {}, { ...record, values: [1.5] }, { ...record, lotCode: 5 }]) {
      expect(readSealRecord(bad)).to.equal(null);
    }
  });

  it('hashes otherwise when any value, the salt, or the lot differs', () => {
    const hash = sealHash(scope, record, salt);
    expect(sealHash(scope, { ...record, values: [5, -6] }, salt)).not.to.equal(hash);
    expect(sealHash(scope, { ...record, lotCode: 'B-2' }, salt)).not.to.equal(hash);
    expect(sealHash(scope, record, `0x${'12'.repeat(32)}`)).not.to.equal(hash);
    expect(sealHash({ ...scope, chainId: 1 }, record, salt)).not.to.equal(hash);
  });
});
