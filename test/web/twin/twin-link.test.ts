import { expect } from 'chai';
import { parseLink } from '../../../protocol/identity/parse-link.ts';
import { twinLink } from '../../../web/features/twin/twin-link.ts';
import { withUnit } from '../../../web/features/twin/unit-text.ts';

describe('twinLink', () => {
  const identity = { chainId: 31337, commodityId: 4, gtin: '09521002000146' };

  it('is a GS1 Digital Link that leads back', () => {
    const link = twinLink('https://commune.example/', identity, 'A/1');
    expect(link).to.equal('https://commune.example/01/09521002000146/10/A%2F1');
    expect(parseLink(link)).to.include({ kind: 'lot', gtin: '09521002000146', lotCode: 'A/1' });
  });
  it('is the commodity’s without GTIN', () => {
    expect(twinLink('https://x.example', { ...identity, gtin: null }, 'A')).to.equal('https://x.example/p/31337/4');
  });
  it('is the commodity’s for codes that no link can carry', () => {
    expect(twinLink('https://x.example', identity, '..')).to.equal('https://x.example/p/31337/4');
  });
});

describe('withUnit', () => {
  it('writes units as people do', () => {
    expect(withUnit('14.5', '%')).to.equal('14.5 %');
    expect(withUnit('25', 'Cel')).to.equal('25 °C');
    expect(withUnit('3', '{piece}')).to.equal('3');
    expect(withUnit('37', 'W.h')).to.equal('37 Wh');
    expect(withUnit('2', undefined)).to.equal('2');
  });
});
