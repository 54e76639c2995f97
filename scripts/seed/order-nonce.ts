import { type Address, encodeAbiParameters, type Hex, keccak256 } from 'viem';

const parameters = [
  { type: 'string' },
  { type: 'uint256' },
  { type: 'uint256' },
  { type: 'address' },
  { type: 'uint256' },
] as const;

/**
 * Commitment nonce of an order of somebody who lives on the local chain. Visitors draw theirs at random, so it also tells whose
 * order it is.
 *
 * @param attempt tells apart several orders of one buyer in one epoch
 */
export function orderNonce(lotId: number, epoch: number, buyer: Address, attempt = 0): Hex {
  const values = ['resident order', BigInt(lotId), BigInt(epoch), buyer, BigInt(attempt)] as const;
  return keccak256(encodeAbiParameters(parameters, values));
}
