import { type Address, encodeAbiParameters, type Hex, keccak256 } from 'viem';

const parameters = [{ type: 'address' }, { type: 'bytes32' }] as const;

/** Hides the buyer in a receipt until he reports; `salt` must be 32 random bytes, or addresses can be tried out. */
export function buyerCommitment(buyer: Address, salt: Hex): Hex {
  return keccak256(encodeAbiParameters(parameters, [buyer, salt]));
}
