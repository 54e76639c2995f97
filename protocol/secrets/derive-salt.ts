import { encodeAbiParameters, type Hex, keccak256, stringToHex } from 'viem';
import type { RoundKey } from '../court/round-key.ts';

const parameters = [{ type: 'bytes32' }, { type: 'bytes32' }, { type: 'uint256' }, { type: 'bytes32' }] as const;

function derive(root: Hex, purpose: string, number: number | bigint, nonce: Hex): Hex {
  const tag = keccak256(stringToHex(`TrustedCommerceCommune.${purpose}`));
  return keccak256(encodeAbiParameters(parameters, [tag, root, BigInt(number), nonce]));
}

const NO_NONCE: Hex = `0x${'00'.repeat(32)}`;

/** Salt of a buyer commitment; the nonce is public and kept with the order. */
export function buyerSalt(root: Hex, lotId: number, commitmentNonce: Hex): Hex {
  return derive(root, 'BuyerSalt', lotId, commitmentNonce);
}

/** Salt of the one report that an account makes on a lot. */
export function reportSalt(root: Hex, lotId: number): Hex {
  return derive(root, 'ReportSalt', lotId, NO_NONCE);
}

/** Salt of a lot's sealed claims. `lotCode` as on chain, padded to 32 bytes on the right. */
export function sealSalt(root: Hex, commodityId: number, lotCode: Hex): Hex {
  return derive(root, 'SealSalt', commodityId, `${lotCode}${'0'.repeat(66 - lotCode.length)}` as Hex);
}

const round = [{ type: 'uint256' }, { type: 'address' }, { type: 'uint256' }] as const;

/** Salt of a juror's vote in a round of a dispute; he has one seat in it. */
export function voteSalt(root: Hex, key: RoundKey): Hex {
  const nonce = keccak256(encodeAbiParameters(round, [BigInt(key.chainId), key.court, BigInt(key.round)]));
  return derive(root, 'VoteSalt', key.disputeId, nonce);
}
