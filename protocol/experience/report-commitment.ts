import { type Address, encodeAbiParameters, type Hex, keccak256, stringToHex } from 'viem';

/** What a report commits to before anyone may know it; bound to chain, contract, lot and reporter. */
export interface Report {
  chainId: number | bigint;
  /** the Evaluations contract */
  evaluations: Address;
  lotId: number;
  experiencerId: number;
  /** `packValues` of the measured values */
  values: bigint;
  /** SHA-256 of the evidence's block, the digest of its CID */
  evidenceDigest: Hex;
  /** 32 random bytes: without them the few plausible values could be tried out */
  salt: Hex;
}

const REPORT_TAG = keccak256(stringToHex('TrustedCommerceCommune.Report'));
const parameters = [
  { type: 'bytes32' },
  { type: 'uint256' },
  { type: 'address' },
  { type: 'uint32' },
  { type: 'uint32' },
  { type: 'uint256' },
  { type: 'bytes32' },
  { type: 'bytes32' },
] as const;

/** Hash an experiencer commits and later reveals. */
export function reportCommitment(report: Report): Hex {
  const { chainId, evaluations, lotId, experiencerId, values, evidenceDigest, salt } = report;
  return keccak256(
    encodeAbiParameters(parameters, [
      REPORT_TAG,
      BigInt(chainId),
      evaluations,
      lotId,
      experiencerId,
      values,
      evidenceDigest,
      salt,
    ]),
  );
}
