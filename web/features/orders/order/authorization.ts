import { type Address, isAddressEqual } from 'viem';
import type { PaymentAction } from '../../../../relay/api/payments.ts';

type Authorization = Extract<PaymentAction, { kind: 'stablecoin-authorization' }>;

const types = {
  ReceiveWithAuthorization: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'validAfter', type: 'uint256' },
    { name: 'validBefore', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const;

/** What the buyer knows without the relay. */
interface Expected {
  readonly chainId: number;
  readonly asset: Address;
  readonly buyer: Address;
  /** Smallest units. */
  readonly amount: bigint;
}

/** The relay asks for a signature over something else than this payment. */
export class ForeignAuthorizationError extends Error {}

/**
 * EIP-712 data of an ERC-3009 transfer to sign. The relay proposes it, so everything in it that the buyer can know is compared first.
 * @throws ForeignAuthorizationError
 */
export function authorizationTypedData(action: Authorization, expected: Expected) {
  const { domain, from, to, value, validAfter, validBefore, nonce } = action;
  const isOurs =
    domain.chainId === expected.chainId &&
    isAddressEqual(domain.verifyingContract, expected.asset) &&
    isAddressEqual(from, expected.buyer) &&
    BigInt(value) === expected.amount;
  if (!isOurs)
    throw new ForeignAuthorizationError(`asked to sign ${value} of ${domain.verifyingContract} from ${from}`);
  return {
    domain,
    types,
    primaryType: 'ReceiveWithAuthorization',
    message: {
      from,
      to,
      value: BigInt(value),
      validAfter: BigInt(validAfter),
      validBefore: BigInt(validBefore),
      nonce,
    },
  } as const;
}
