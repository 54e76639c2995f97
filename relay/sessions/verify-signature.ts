import { type Address, type Hex, isAddressEqual, recoverAddress } from 'viem';
import type { Chain } from '../chain/connect-chain.ts';

/** Whether an account signed a hash: with its key, or by the rules of its contract (ERC-1271, ERC-6492), which the chain is asked. */
export async function verifySignature(
  { client }: Chain,
  account: Address,
  hash: Hex,
  signature: Hex,
): Promise<boolean> {
  try {
    if (isAddressEqual(await recoverAddress({ hash, signature }), account)) return true;
  } catch {
    // Not the form of a key's signature; a contract may have another one.
  }
  if ((await client.getCode({ address: account })) === undefined && !isPredeployed(signature)) return false;
  return client.verifyHash({ address: account, hash, signature });
}

/** ERC-6492: the account is not deployed yet, the signature says how it will be. */
function isPredeployed(signature: Hex): boolean {
  return signature.endsWith('6492649264926492649264926492649264926492649264926492649264926492');
}
