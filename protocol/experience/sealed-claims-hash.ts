import { type Address, encodeAbiParameters, type Hex, keccak256, stringToHex } from 'viem';
import { checkInt32 } from '../math/check-int32.ts';

/** A producer's claims that stay secret until the lot's reveal window. */
export interface SealedClaims {
  chainId: number | bigint;
  /** the Commodities contract */
  commodities: Address;
  commodityId: number;
  /** bytes20, `lotCodeToBytes20` */
  lotCode: Hex;
  /** one per sealed parameter, in the parameters' order, in units of 10^−decimals */
  values: readonly number[];
  /** 32 random bytes */
  salt: Hex;
}

const SEALED_CLAIMS_TAG = keccak256(stringToHex('TrustedCommerceCommune.SealedClaims'));
const parameters = [
  { type: 'bytes32' },
  { type: 'uint256' },
  { type: 'address' },
  { type: 'uint32' },
  { type: 'bytes20' },
  { type: 'int32[]' },
  { type: 'bytes32' },
] as const;

/** Hash a producer offers a lot with and later unseals. @throws ProtocolError `BadInteger` when a value is not an int32. */
export function sealedClaimsHash(claims: SealedClaims): Hex {
  const { chainId, commodities, commodityId, lotCode, values, salt } = claims;
  values.forEach((value, i) => {
    checkInt32(`values[${i}]`, value);
  });
  return keccak256(
    encodeAbiParameters(parameters, [
      SEALED_CLAIMS_TAG,
      BigInt(chainId),
      commodities,
      commodityId,
      lotCode,
      values,
      salt,
    ]),
  );
}
