import { type Address, type Hex, isAddressEqual, parseAbi, recoverAddress } from 'viem';
import type { Chain } from '../chain/connect-chain.ts';
import { isNodeAway } from '../server/is-away.ts';

const abi = parseAbi(['function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)']);
/** What a contract answers when it accepts a signature. */
const ACCEPTED = '0x1626ba7e';
/** ERC-6492: the account is not deployed yet, its signature says how it will be. */
const PREDEPLOYED = '6492649264926492649264926492649264926492649264926492649264926492';

/** Whether an account signed a hash: with its key, or by the rules of its contract (ERC-1271, ERC-6492), which the chain is asked. */
export async function verifySignature(
  { client }: Chain,
  account: Address,
  hash: Hex,
  signature: Hex,
): Promise<boolean> {
  if (signature.endsWith(PREDEPLOYED)) return client.verifyHash({ address: account, hash, signature });
  try {
    if (isAddressEqual(await recoverAddress({ hash, signature }), account)) return true;
  } catch {
    // Not the form of a key's signature; a contract may have another one.
  }
  if ((await client.getCode({ address: account })) === undefined) return false;
  try {
    const call = { address: account, abi, functionName: 'isValidSignature', args: [hash, signature] } as const;
    return (await client.readContract(call)) === ACCEPTED;
  } catch (error) {
    // It reverts, or is no account at all; but whom nobody could ask has not refused.
    if (isNodeAway(error)) throw error;
    return false;
  }
}
