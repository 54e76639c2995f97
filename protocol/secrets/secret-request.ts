import type { Address } from 'viem';

/**
 * EIP-712 message whose signature is the root of an account's secrets. Signatures of ordinary wallets are deterministic (RFC
 * 6979), so another browser with the same wallet finds the same secrets. It authorises nothing: no contract reads it.
 */
export function secretRequest(chainId: number, evaluations: Address, account: Address) {
  return {
    domain: { name: 'Trusted Commerce Commune', version: '1', chainId, verifyingContract: evaluations },
    types: {
      SecretRequest: [
        { name: 'account', type: 'address' },
        { name: 'purpose', type: 'string' },
      ],
    },
    primaryType: 'SecretRequest',
    message: { account, purpose: SECRET_PURPOSE },
  } as const;
}

/** Shown by the wallet. */
export const SECRET_PURPOSE =
  'Derive the secrets of my purchases, reports and sealed claims. Sign this on the real site only; it costs nothing. ' +
  '派生我的购买、报告与密封声明所用的秘密。只在官方网站签署；不产生任何费用。';
