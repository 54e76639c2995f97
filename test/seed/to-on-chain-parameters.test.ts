import { expect } from 'chai';
import { hexToString } from 'viem';
import { toOnChainParameters } from '../../protocol/documents/quality-model/to-on-chain-parameters.ts';
import { qualityModels } from '../../scripts/seed/catalogue/quality-models.ts';
import { qualityModelDocument } from './quality-model-document.ts';

describe('toOnChainParameters', () => {
  it('converts every field', () => {
    expect(toOnChainParameters(qualityModelDocument())[0]).to.deep.equal({
      code: '0x4d4f49535455524500000000',
      direction: 2,
      decimals: 1,
      legalMin: 0,
      legalMax: 145,
      tolerance: 5,
      weightBps: 6_000,
      critical: true,
      isSealed: false,
    });
  });

  it('numbers the directions as the contract does', () => {
    const document = qualityModelDocument();
    for (const [direction, number] of [
      ['twoSided', 0],
      ['atLeast', 1],
      ['atMost', 2],
    ] as const) {
      for (const parameter of document.parameters) parameter.direction = direction;
      expect(toOnChainParameters(document).map((p) => p.direction)).to.deep.equal([number, number]);
    }
  });

  for (const { key, document } of qualityModels) {
    it(`makes parameters of ${key} that fit their types`, () => {
      const parameters = toOnChainParameters(document);
      expect(parameters).to.have.length(document.parameters.length);
      for (const [i, parameter] of parameters.entries()) {
        expect(parameter.code).to.match(/^0x[0-9a-f]{24}$/);
        expect(hexToString(parameter.code, { size: 12 })).to.equal(document.parameters[i]?.code);
        expect(parameter.legalMin | 0).to.equal(parameter.legalMin);
        expect(parameter.legalMax | 0).to.equal(parameter.legalMax);
        expect(parameter.legalMin).to.be.below(parameter.legalMax);
        expect(parameter.tolerance).to.be.above(0);
        expect(parameter.tolerance >>> 0).to.equal(parameter.tolerance);
      }
    });
  }
});
