import { expect } from 'chai';
import { unitName } from '../../../web/shared/format/unit-name.ts';

describe('the name of a unit', () => {
  it('is what people write for a UCUM code', () => {
    const known = {
      '1': '',
      '%': '%',
      'mg/dm2': 'mg/dm²',
      'mg/kg': 'mg/kg',
      Cel: '°C',
      'mA.h': 'mAh',
      'kg/m3': 'kg/m³',
    };
    for (const [ucum, name] of Object.entries(known)) expect(unitName(ucum), ucum).to.equal(name);
  });
});
