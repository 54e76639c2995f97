import { expect } from 'chai';
import fc from 'fast-check';
import { concatHex, type Hex, keccak256, numberToHex, padHex, stringToHex } from 'viem';
import { packValues } from '../../../protocol/experience/pack-values.ts';
import { reportCommitment } from '../../../protocol/experience/report-commitment.ts';
import { sealedClaimsHash } from '../../../protocol/experience/sealed-claims-hash.ts';
import { lotCodeToBytes20 } from '../../../protocol/identity/lot-code.ts';
import { address, bytes32, int32, uint32 } from '../arbitraries.ts';
import { expectError } from '../expect-error.ts';

const word = (value: number | bigint): Hex => numberToHex(value, { size: 32, signed: value < 0 });
const values = fc.array(int32, { maxLength: 8 });

describe('commitments', () => {
  it('of a report are the encoding of all that binds it', () => {
    fc.assert(
      fc.property(
        uint32,
        address,
        uint32,
        uint32,
        values,
        bytes32,
        bytes32,
        (chainId, evaluations, lotId, experiencerId, measured, evidenceDigest, salt) => {
          const packed = packValues(measured);
          const report = { chainId, evaluations, lotId, experiencerId, values: packed, evidenceDigest, salt };
          const tag = keccak256(stringToHex('TrustedCommerceCommune.Report'));
          const contract = padHex(evaluations, { size: 32 });
          const ids = [word(lotId), word(experiencerId), word(packed)];
          const encoded = concatHex([tag, word(chainId), contract, ...ids, evidenceDigest, salt]);
          expect(reportCommitment(report)).to.equal(keccak256(encoded));
        },
      ),
    );
  });

  it('of sealed claims hold the values as a dynamic array', () => {
    fc.assert(
      fc.property(uint32, address, uint32, values, bytes32, (chainId, commodities, commodityId, claimed, salt) => {
        const lotCode = lotCodeToBytes20('L-2024/07');
        const encoded = concatHex([
          keccak256(stringToHex('TrustedCommerceCommune.SealedClaims')),
          word(chainId),
          padHex(commodities, { size: 32 }),
          word(commodityId),
          padHex(lotCode, { size: 32, dir: 'right' }),
          word(7 * 32),
          salt,
          word(claimed.length),
          ...claimed.map(word),
        ]);
        const hash = sealedClaimsHash({ chainId, commodities, commodityId, lotCode, values: claimed, salt });
        expect(hash).to.equal(keccak256(encoded));
      }),
    );
    expectError('BadInteger', () =>
      sealedClaimsHash({
        chainId: 1,
        commodities: '0x00000000000000000000000000000000000000aa',
        commodityId: 0,
        lotCode: lotCodeToBytes20('A'),
        values: [2 ** 31],
        salt: `0x${'00'.repeat(32)}`,
      }),
    );
  });
});
