import { type Address, type Hex, isAddressEqual, recoverAddress } from 'viem';
import { getCode } from 'viem/actions';
import { parseAbi } from 'viem/utils';
import type { ChainClient } from '../chain/use-chain-client.ts';
import type { ReadReceipt } from './receipt-file.ts';

const ERC1271 = parseAbi(['function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)']);
const VALID = '0x1626ba7e';

/** Who signed with a key; null: nobody did. */
export function recoverSigner({
  digest,
  signature,
}: Pick<ReadReceipt, 'digest' | 'signature'>): Promise<Address | null> {
  return recoverAddress({ hash: digest, signature }).catch(() => null);
}

/**
 * Whether `signer`, the platform's key of the receipt's epoch, signed it: with its key or, if it is a contract, by ERC-1271. What the
 * contracts ask, too; nothing that came with the receipt is trusted.
 */
export async function isSignedBy(client: ChainClient, signer: Address, signed: ReadReceipt): Promise<boolean> {
  const recovered = await recoverSigner(signed);
  if (recovered && isAddressEqual(recovered, signer)) return true;
  const code = await getCode(client, { address: signer });
  return code !== undefined && code !== '0x' && isAccepted(client, signer, signed.digest, signed.signature);
}

async function isAccepted(client: ChainClient, signer: Address, digest: Hex, signature: Hex): Promise<boolean> {
  const read = { address: signer, abi: ERC1271, functionName: 'isValidSignature', args: [digest, signature] } as const;
  return client.readContract(read).then(
    (answer) => answer === VALID,
    () => false,
  );
}
