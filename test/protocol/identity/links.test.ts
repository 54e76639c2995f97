import { expect } from 'chai';
import fc from 'fast-check';
import { commodityLink } from '../../../protocol/identity/commodity-link.ts';
import { lotCodeFromBytes20, lotCodeToBytes20 } from '../../../protocol/identity/lot-code.ts';
import { lotLink } from '../../../protocol/identity/lot-link.ts';
import { parseLink } from '../../../protocol/identity/parse-link.ts';
import { uint32 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

const CHARACTER_SET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const GTIN = '09506000134352';
const lotCode = fc.string({ unit: fc.constantFrom(...CHARACTER_SET_82), minLength: 1, maxLength: 20 });
const base = fc.constantFrom('https://example.org', 'https://example.org/', 'http://localhost:5173/zh/goods');

describe('lot codes', () => {
  it('fit bytes20, left-aligned', () => {
    expect(lotCodeToBytes20('AB1')).to.equal(`0x414231${'00'.repeat(17)}`);
    fc.assert(
      fc.property(lotCode, (code) => {
        expect(lotCodeFromBytes20(lotCodeToBytes20(code))).to.equal(code);
      }),
    );
  });

  it('are refused when no GS1 lot number can be so', () => {
    for (const code of ['', 'A'.repeat(21), 'A B', '批次', 'A#1', 'A\n']) {
      expectError('BadLotCode', () => lotCodeToBytes20(code));
    }
    for (const bytes of [`0x${'00'.repeat(20)}`, `0x4100${'42'.repeat(18)}`, '0x41'] as const) {
      expectError('BadLotCode', () => lotCodeFromBytes20(bytes));
    }
  });
});

describe('links', () => {
  it('are GS1 Digital Links when there is a GTIN', () => {
    expect(lotLink('https://example.org/', '9506000134352', 'ABC123')).to.equal(
      'https://example.org/01/09506000134352/10/ABC123',
    );
    expect(lotLink('https://example.org', GTIN, "A/B'(1)")).to.equal(
      'https://example.org/01/09506000134352/10/A%2FB%27%281%29',
    );
    expectError('BadGtinCheckDigit', () => lotLink('https://example.org', '09506000134353', 'A'));
    for (const code of ['A B', '.', '..']) expectError('BadLotCode', () => lotLink('https://example.org', GTIN, code));
  });

  it('are read back as they were built, and survive a browser', () => {
    const linkable = lotCode.filter((code) => code !== '.' && code !== '..');
    fc.assert(
      fc.property(base, linkable, (at, code) => {
        const link = lotLink(at, GTIN, code);
        const read = { kind: 'lot', base: at.replace(/\/$/, ''), gtin: GTIN, lotCode: code };
        expect(parseLink(link)).to.deep.equal(read);
        expect(parseLink(new URL(link).href)).to.deep.equal(read);
      }),
    );
    fc.assert(
      fc.property(base, uint32, uint32, (at, chainId, commodityId) => {
        const read = { kind: 'commodity', base: at.replace(/\/$/, ''), chainId, commodityId };
        expect(parseLink(commodityLink(at, chainId, commodityId))).to.deep.equal(read);
      }),
    );
  });

  it('may carry what GS1 allows beside', () => {
    const lot = { kind: 'lot', base: 'https://example.org', gtin: GTIN, lotCode: 'L1' };
    expect(parseLink(`https://example.org/01/${GTIN}/22/2A/10/L1/21/7?17=251231#top`)).to.deep.equal(lot);
    expect(parseLink('https://example.org/01/9506000134352/10/L1/')).to.deep.equal(lot);
    expect(parseLink(`https://example.org/01/${GTIN}`)).to.deep.equal({
      kind: 'gtin',
      base: 'https://example.org',
      gtin: GTIN,
    });
    expect(parseLink(`https://example.org/01/${GTIN}/10/01`)).to.deep.equal({ ...lot, lotCode: '01' });
  });

  it('are refused with the reason', () => {
    for (const link of ['', 'example.org', 'ftp://example.org/01/1', `javascript:/01/${GTIN}`]) {
      expectError('BadBase', () => parseLink(link));
    }
    expectError('BadGtinLength', () => parseLink('https://example.org/01'));
    expectError('BadGtinCheckDigit', () => parseLink('https://example.org/01/09506000134353/10/A'));
    for (const code of ['', '/', '/%', '/%00', `/${'A'.repeat(21)}`]) {
      expectError('BadLotCode', () => parseLink(`https://example.org/01/${GTIN}/10${code}`));
    }
    for (const path of ['', '/', '/p/1', '/p/1/2/3', '/p/x/2', '/p/007/2', '/p/1/-2', '/p/1/1e3']) {
      expectError('BadCommodityLink', () => parseLink(`https://example.org${path}`));
    }
    expectError('BadInteger', () => parseLink('https://example.org/p/1/4294967296'));
  });
});
